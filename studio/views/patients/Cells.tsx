import { moneyText } from '../../strings/money.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Grid.module.css';
import { yuanIn } from './select.ts';

/** What came, above what was expected: both in sight, the wrong one first. */
export function Differing({ actual, expected }: { readonly actual: string; readonly expected: string }) {
  return (
    <span className={styles.differing}>
      <b>{figure(actual)}</b>
      <small>{expected}</small>
    </span>
  );
}

/** An amount as money, anything else as it is. */
export function figure(text: string) {
  const yuan = yuanIn(text);
  return yuan === undefined ? text : <Money yuan={yuan} />;
}

/** The same as plain text. */
export const figureText = (text: string): string => {
  const yuan = yuanIn(text);
  return yuan === undefined ? text : moneyText(yuan);
};
