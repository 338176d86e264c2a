import type { KeyboardEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import type { FieldMessage } from './Field.tsx';
import { Field } from './Field.tsx';

/** What typed text means: a value, nothing, or a problem in words. */
export type Reading<Value> = { readonly value: Value | undefined } | { readonly problem: string };

interface TypedFieldProps<Value> {
  readonly label: string;
  readonly note?: string | undefined;
  readonly value: Value | undefined;
  /** How the value stands in the field at rest. */
  readonly show: (value: Value) => string;
  readonly read: (typed: string) => Reading<Value>;
  readonly onChange: (value: Value | undefined) => void;
  /** ↑ and ↓; `far` with Shift. */
  readonly step?: (value: Value | undefined, by: 1 | -1, far: boolean) => Value;
  readonly message?: FieldMessage | undefined;
  /** Filled by the machine; typing takes it over. */
  readonly automatic?: boolean;
  /** Handed on only when done, with Enter or by leaving: for a value whose arrival takes the field away. */
  readonly whenDone?: boolean;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly end?: ReactNode;
}

/**
 * A line of text that means a value. What is typed stays as typed while the hand is on it and when it cannot be read; each readable state is
 * handed on at once, unless `whenDone`. Nothing happens while an input method composes, and the Enter that ends a composition does nothing here.
 */
export function TypedField<Value>({
  label,
  note,
  value,
  show,
  read,
  onChange,
  step,
  message,
  automatic = false,
  whenDone = false,
  placeholder,
  numeric = false,
  end,
}: TypedFieldProps<Value>) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const composing = useRef(false);
  const problem = problemOf(typed, read);
  const settle = (text: string): void => {
    const reading = read(text);
    if ('value' in reading) onChange(reading.value);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    } else if (whenDone && event.key === 'Enter') {
      if (typed !== undefined) settle(typed);
    } else if (step && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setTyped(undefined);
      onChange(step(value, event.key === 'ArrowUp' ? 1 : -1, event.shiftKey));
    }
  };
  return (
    <Field
      label={label}
      {...(note === undefined ? {} : { note })}
      message={problem === undefined ? message : { tone: 'problem', text: problem }}
    >
      {(ids) => (
        <span
          className={classes(
            styles.box,
            automatic && styles.automatic,
            (problem !== undefined || message?.tone === 'problem') && styles.wrong,
          )}
        >
          <input
            {...ids}
            className={styles.input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            inputMode={numeric ? 'decimal' : undefined}
            placeholder={placeholder}
            value={typed ?? (value === undefined ? '' : show(value))}
            onFocus={(event) => event.currentTarget.select()}
            onCompositionStart={() => {
              composing.current = true;
            }}
            onCompositionEnd={(event) => {
              composing.current = false;
              setTyped(event.currentTarget.value);
              if (!whenDone) settle(event.currentTarget.value);
            }}
            onChange={(event) => {
              setTyped(event.target.value);
              if (!composing.current && !whenDone) settle(event.target.value);
            }}
            onBlur={() => {
              if (whenDone && typed !== undefined) settle(typed);
              if (problem === undefined) setTyped(undefined);
            }}
            onKeyDown={key}
          />
          {end === undefined ? null : <span className={styles.end}>{end}</span>}
        </span>
      )}
    </Field>
  );
}

const problemOf = <Value,>(typed: string | undefined, read: (typed: string) => Reading<Value>): string | undefined => {
  if (typed === undefined) return undefined;
  const reading = read(typed);
  return 'problem' in reading ? reading.problem : undefined;
};
