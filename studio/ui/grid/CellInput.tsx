import { useContext, useLayoutEffect, useRef } from 'react';
import { ChoiceList } from '../ChoiceList.tsx';
import type { Choices } from '../choices.ts';
import { FocusContext } from './focus.ts';
import styles from './Grid.module.css';

/**
 * Takes the keys for the active cell. It is always there and empty, so that a composition begins in it without losing its first letter;
 * what is typed makes it visible (`data-editing`, set by the grid without rendering). Nothing renders while it is typed into.
 */
export function CellInput({ name, readOnly, choices }: { readonly name: string; readonly readOnly: boolean; readonly choices?: Choices }) {
  const element = useRef<HTMLInputElement>(null);
  const wanted = useContext(FocusContext);
  useLayoutEffect(() => {
    if (wanted?.current) element.current?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <>
      <input
        ref={element}
        className={styles.input}
        aria-label={name}
        readOnly={readOnly}
        data-cell-input=""
        data-pane-focus=""
        type="text"
        autoComplete="off"
        spellCheck={false}
      />
      {choices && !readOnly ? <ChoiceList input={element} choices={choices} /> : null}
    </>
  );
}
