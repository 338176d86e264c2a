import type { ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

interface Common {
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  /** Shown on hover and read as the description; also says why a button is disabled. */
  readonly title?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly hasPopup?: 'menu' | 'dialog' | 'listbox';
}

interface ButtonProps extends Common {
  /** primary: the one next action of a screen; quiet: no frame. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Shown inside, e.g. "Ctrl ↵". */
  readonly keys?: string;
  readonly children: ReactNode;
}

const attributes = ({ onClick, disabled, title, ref, pressed, expanded, controls, hasPopup }: Common) => ({
  type: 'button' as const,
  ref,
  title,
  // A disabled button stays reachable, so that its reason can be read.
  'aria-disabled': disabled === true ? true : undefined,
  'aria-pressed': pressed,
  'aria-expanded': expanded,
  'aria-controls': controls,
  'aria-haspopup': hasPopup,
  onClick: disabled === true ? undefined : onClick,
});

/** A button whose words are a verb. */
export function Button({ kind = 'plain', small = false, icon, keys, children, ...rest }: ButtonProps) {
  return (
    <button
      {...attributes(rest)}
      className={classes(styles.button, styles[kind], small && styles.small, rest.disabled === true && styles.disabled)}
    >
      {icon ? <Icon name={icon} size={small ? 14 : 16} /> : null}
      {children}
      {keys === undefined ? null : <Keys>{keys}</Keys>}
    </button>
  );
}

/** A square button with an icon; its name is read aloud and shown on hover. */
export function IconButton({
  icon,
  label,
  size = 28,
  ...rest
}: Common & { readonly icon: IconName; readonly label: string; readonly size?: 24 | 28 }) {
  return (
    <button
      {...attributes({ ...rest, title: rest.title ?? label })}
      aria-label={label}
      className={classes(styles.iconButton, size === 24 && styles.tight, rest.disabled === true && styles.disabled)}
    >
      <Icon name={icon} />
    </button>
  );
}

/** A key or a chord as printed on the keyboard. */
export function Keys({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.keys}>{children}</kbd>;
}
