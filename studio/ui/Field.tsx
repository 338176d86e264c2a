import type { ReactNode } from 'react';
import { useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

/** What is said below a control: a problem in vermilion, a remark in grey. */
export interface FieldMessage {
  readonly tone: 'problem' | 'remark';
  readonly text: string;
}

/** Ids that tie a control to its label and message. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  /** Small words under the label, e.g. the national field name. */
  readonly note?: string;
  readonly message?: FieldMessage | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** A labelled control with its message beside it; input that cannot be read stays in the control. */
export function Field({ label, note, message, children }: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id} title={note}>
        {label}
      </label>
      <div className={styles.control}>
        {children({
          id,
          'aria-describedby': message ? messageId : undefined,
          'aria-invalid': message?.tone === 'problem' ? true : undefined,
        })}
        {message ? (
          <p id={messageId} className={classes(styles.message, message.tone === 'problem' && styles.problem)}>
            {message.text}
          </p>
        ) : null}
      </div>
    </div>
  );
}
