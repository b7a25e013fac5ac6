import { useLanguage, useMessages } from "@/locales/language.ts";
import styles from "./Bars.module.css";

interface Bar {
  readonly name: string;
  /** Null where it is not known. */
  readonly value: number | null;
}

interface Props {
  readonly title: string;
  readonly nameTitle: string;
  readonly valueTitle: string;
  /** Of all of them together, if that is to be shown. */
  readonly total?: number;
  readonly of: readonly Bar[];
}

const HEIGHT = 120;
const WIDTH = 10;
const GAP = 3;

/** Numbers over time as bars; and as a table, for who cannot see them, or wants to know exactly. */
export function Bars({ title, nameTitle, valueTitle, total, of }: Props) {
  const numbers = useNumbers();
  const most = Math.max(0, ...of.map(({ value }) => value ?? 0));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        {total !== undefined && <strong className={styles.total}>{numbers.format(total)}</strong>}
        {most > 0 && <span className={styles.most}>max. {numbers.format(most)}</span>}
      </figcaption>
      <Chart most={Math.max(1, most)} of={of} />
      <div className={styles.ends} aria-hidden="true">
        <span>{of[0]?.name}</span>
        <span>{of.at(-1)?.name}</span>
      </div>
      <AsTable title={title} nameTitle={nameTitle} valueTitle={valueTitle} of={of} />
    </figure>
  );
}

function Chart({ most, of }: { readonly most: number; readonly of: readonly Bar[] }) {
  const numbers = useNumbers();
  const width = Math.max(1, of.length * (WIDTH + GAP) - GAP);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {of.map(({ name, value }, index) => {
        const height = heightOf(value, most);
        return (
          <rect
            key={name}
            className={value === null ? styles.unknown : value === 0 ? styles.none : styles.bar}
            x={index * (WIDTH + GAP)}
            y={HEIGHT - height}
            width={value === null ? WIDTH + GAP : WIDTH}
            height={height}
          >
            <title>{`${name}: ${value === null ? UNKNOWN : numbers.format(value)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

const UNKNOWN = "–";

function heightOf(value: number | null, most: number): number {
  if (value === null) {
    return HEIGHT;
  }
  return Math.max(value === 0 ? 1 : 3, (value / most) * HEIGHT);
}

function AsTable({ title, nameTitle, valueTitle, of }: Props) {
  const { common } = useMessages();
  const numbers = useNumbers();
  return (
    <details className={styles.details}>
      <summary>{common.asTable}</summary>
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{nameTitle}</th>
              <th scope="col">{valueTitle}</th>
            </tr>
          </thead>
          <tbody>
            {of.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value === null ? UNKNOWN : numbers.format(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function useNumbers(): Intl.NumberFormat {
  return new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
}
