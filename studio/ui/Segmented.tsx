import { useId } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons in a row. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input type="radio" className="unseen" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}

interface FewProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** Undefined: none yet. */
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The same as the control of a form, over its whole width; it may stand at none, and its label leads to the first. */
export function Few({ id, label, options, value, onChange, 'aria-describedby': describedBy }: FewProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className={styles.few}>
      {options.map((option, index) => (
        <label key={option.value} className={styles.option}>
          <input
            {...(index === 0 ? { id } : {})}
            type="radio"
            className="unseen"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onClick={() => {
              if (option.value === value) onChange(option.value);
            }}
          />
          {option.text}
        </label>
      ))}
    </div>
  );
}
