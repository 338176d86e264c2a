import type { ReactNode } from 'react';
import { useId } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Pane.module.css';

interface PaneProps {
  readonly icon?: IconName;
  readonly title: string;
  /** One short line beside the title. */
  readonly hint?: ReactNode;
  /** At the right end of the header. */
  readonly extra?: ReactNode;
  /** Below the content, always in view. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  /** The content pads and scrolls itself. */
  readonly bare?: boolean;
  /** F6 order. */
  readonly paneId?: string;
}

/** A region of the page with its name on top; F6 moves between those that carry `data-pane`. */
export function Pane({ icon, title, hint, extra, foot, children, bare = false, paneId }: PaneProps) {
  const headingId = useId();
  return (
    <section className={styles.pane} aria-labelledby={headingId} data-pane={paneId} tabIndex={-1}>
      <header className={styles.head}>
        {icon ? <Icon name={icon} /> : null}
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
        <span className={styles.grow} />
        {extra}
      </header>
      <div className={classes(styles.body, !bare && styles.padded)}>{children}</div>
      {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
    </section>
  );
}
