import { useLanguage } from "@/locales/language.ts";
import styles from "./Bars.module.css";

interface Bar {
  readonly name: string;
  readonly value: number;
}

interface Props {
  readonly title: string;
  readonly nameTitle: string;
  readonly valueTitle: string;
  readonly of: readonly Bar[];
}

const HEIGHT = 120;
const WIDTH = 10;
const GAP = 3;

/** Numbers over time as bars; and as a table, for who cannot see them. */
export function Bars({ title, nameTitle, valueTitle, of }: Props) {
  const numbers = new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
  const most = Math.max(1, ...of.map(({ value }) => value));
  const width = Math.max(1, of.length * (WIDTH + GAP) - GAP);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{title}</span>
        <span>max. {numbers.format(most)}</span>
      </figcaption>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {of.map(({ name, value }, index) => {
          const height = Math.max(value === 0 ? 1 : 3, (value / most) * HEIGHT);
          return (
            <rect
              key={name}
              className={value === 0 ? styles.none : styles.bar}
              x={index * (WIDTH + GAP)}
              y={HEIGHT - height}
              width={WIDTH}
              height={height}
            >
              <title>{`${name}: ${numbers.format(value)}`}</title>
            </rect>
          );
        })}
      </svg>
      <div className={styles.ends} aria-hidden="true">
        <span>{of[0]?.name}</span>
        <span>{of.at(-1)?.name}</span>
      </div>
      <table className={styles.hidden}>
        <caption>{title}</caption>
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
              <td>{numbers.format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
