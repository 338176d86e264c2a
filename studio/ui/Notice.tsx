import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Notice.module.css';
import type { Tone } from './Tag.tsx';

interface NoticeProps {
  readonly tone: Tone;
  readonly icon: IconName;
  /** The fact. */
  readonly title: ReactNode;
  /** Why. */
  readonly children?: ReactNode;
  /** What can be done, as buttons. */
  readonly actions?: ReactNode;
}

/** A fact, why, and what to do about it. */
export function Notice({ tone, icon, title, children, actions }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[tone])}>
      <span className={styles.icon}>
        <Icon name={icon} size={18} />
      </span>
      <div className={styles.text}>
        <div className={styles.title}>{title}</div>
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** An empty place that names the next step and lets one take it right there. No picture. */
export function Empty({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <b>{title}</b>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
