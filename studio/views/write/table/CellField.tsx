import { useId, useRef, useState } from 'react';
import { ChoiceList } from '../../../ui/ChoiceList.tsx';
import type { Choices } from '../../../ui/choices.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './CellField.module.css';

interface CellFieldProps {
  /** Read aloud: rule, line. */
  readonly label: string;
  /** As it stands in the text; what is edited. */
  readonly written: string;
  /** As it is shown at rest. */
  readonly shown: string;
  readonly face: 'value' | 'rule' | 'words' | 'head';
  readonly open: boolean;
  readonly looked: boolean;
  readonly problem: string | undefined;
  /** What can be chosen; typing may still say something else. */
  readonly choices?: Choices;
  /** Undefined: it is only read. */
  readonly onWrite: ((text: string) => Promise<string | undefined>) | undefined;
  readonly onLook: () => void;
  readonly onStep: (way: 'undo' | 'redo') => void;
}

/**
 * One cell in the sentence of a form. At rest it shows its value, in hand the text as written; Enter writes it, Esc restores it, what is
 * refused stays with its reason. The element keeps what is typed: nothing renders while an input method composes.
 */
export function CellField({ label, written, shown, face, open, looked, problem, choices, onWrite, onLook, onStep }: CellFieldProps) {
  const element = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [refused, setRefused] = useState<{ readonly text: string; readonly problem: string; readonly of: string }>();
  const held = refused?.of === written ? refused : undefined;
  const message = held?.problem ?? problem;
  const rest = held?.text ?? shown;
  const restore = (node: HTMLTextAreaElement): void => {
    node.value = document.activeElement === node ? written : shown;
    setRefused(undefined);
  };
  const write = async (node: HTMLTextAreaElement): Promise<void> => {
    const text = node.value.trim();
    if (text === (held?.text ?? written) || !onWrite) return;
    if (text === written) {
      setRefused(undefined);
      return;
    }
    const why = await onWrite(text);
    setRefused(why === undefined ? undefined : { text, problem: why, of: written });
  };
  return (
    <span className={styles.field}>
      <textarea
        ref={element}
        // Another value is another field: what was typed for the old one does not linger.
        key={`${written}\u0000${rest}`}
        rows={1}
        data-cells=""
        {...(looked ? { 'data-looked-cell': '' } : {})}
        className={classes(
          styles.input,
          styles[face],
          open && styles.open,
          looked && styles.looked,
          message !== undefined && styles.problem,
          !onWrite && styles.still,
          choices && styles.picks,
        )}
        aria-label={label}
        aria-invalid={message === undefined ? undefined : true}
        aria-describedby={message === undefined ? undefined : id}
        readOnly={!onWrite}
        spellCheck={false}
        autoComplete="off"
        defaultValue={rest}
        onFocus={(event) => {
          onLook();
          if (!onWrite) return;
          event.currentTarget.value = held?.text ?? written;
          event.currentTarget.select();
        }}
        onBlur={(event) => {
          const node = event.currentTarget;
          void write(node);
          if (node.value.trim() === written) node.value = shown;
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
          const node = event.currentTarget;
          const mod = event.ctrlKey || event.metaKey;
          const untouched = node.value === (held?.text ?? written) || node.value === shown;
          if (event.key === 'Enter') void write(node);
          else if (event.key === 'Escape' && (!untouched || held)) restore(node);
          else if (mod && untouched && event.key.toLowerCase() === 'z') onStep(event.shiftKey ? 'redo' : 'undo');
          else if (mod && untouched && event.key.toLowerCase() === 'y') onStep('redo');
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {choices ? (
        <span className={styles.opens} aria-hidden="true">
          <Icon name="chevronDown" size={14} />
        </span>
      ) : null}
      {choices ? <ChoiceList key={rest} input={element} choices={choices} onClick /> : null}
      {message === undefined ? null : (
        <span id={id} className={styles.message}>
          {message}
        </span>
      )}
    </span>
  );
}
