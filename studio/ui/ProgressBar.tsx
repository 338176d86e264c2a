import styles from './ProgressBar.module.css';

/** How far long work is, counting real things; said in words beside it. */
export function ProgressBar({
  done,
  total,
  label,
  said,
}: {
  readonly done: number;
  readonly total: number;
  readonly label: string;
  readonly said: string;
}) {
  return (
    <div className={styles.progress} role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={label} />
      {said}
    </div>
  );
}
