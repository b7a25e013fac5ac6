import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./DataTable.module.css";

interface Column<T> {
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  /** What can be done with it. Its title is there for screen readers alone. */
  readonly actions?: boolean;
  /** Short enough to stand in one line. */
  readonly tight?: boolean;
}

interface Props<T> {
  readonly caption: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly columns: readonly Column<T>[];
}

/** A table; on a narrow screen each row becomes a card, and each cell says what it is. */
export function DataTable<T>({ caption, items, keyOf, columns }: Props<T>) {
  return (
    <Table className={styles.table} verticalSpacing="sm">
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, actions }) => (
            <th key={title} scope="col">
              <span className={actions === true ? styles.hidden : undefined}>{title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map(({ title, cell, actions, tight }) => (
              <td
                key={title}
                data-title={actions === true ? undefined : title}
                className={actions === true ? styles.actions : tight === true ? styles.tight : undefined}
              >
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
