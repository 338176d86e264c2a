import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Tag.module.css';

/** What a colour means, everywhere: jade holds, indigo is looked at, vermilion differs or stops, ochre is open or assumed. */
export type Tone = 'plain' | 'jade' | 'indigo' | 'verm' | 'ochre';

/** A short fact on a tinted ground. Colour never stands alone: the words say it too. */
export function Tag({
  tone = 'plain',
  icon,
  children,
  title,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly title?: string;
}) {
  return (
    <span className={classes(styles.tag, styles[tone])} title={title}>
      {icon ? <Icon name={icon} size={12} /> : null}
      {children}
    </span>
  );
}
