import styles from './Icon.module.css';
import type { IconName, Shape } from './icons.ts';
import { icons } from './icons.ts';

/** A line icon, decoration only: a word stands beside it, or the control around it has a label. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {icons[name].map((shape) => (
        <Stroke key={shape.join(' ')} shape={shape} />
      ))}
    </svg>
  );
}

function Stroke({ shape }: { readonly shape: Shape }) {
  switch (shape[0]) {
    case 'p':
      return <path d={shape[1]} />;
    case 'c':
      return <circle cx={shape[1]} cy={shape[2]} r={shape[3]} />;
    case 'r':
      return <rect x={shape[1]} y={shape[2]} width={shape[3]} height={shape[4]} rx={shape[5]} />;
  }
}

/** The product's mark. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="7" fill="var(--jade)" />
      <path d="M5 21.5h5l7-9.5h6" fill="none" stroke="var(--jade-ink)" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="10" cy="21.5" r="2" fill="var(--jade-ink)" />
      <circle cx="17" cy="12" r="2" fill="var(--jade-ink)" />
    </svg>
  );
}
