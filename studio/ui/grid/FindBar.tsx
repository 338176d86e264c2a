import { useEffect, useRef } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { IconButton } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import styles from './FindBar.module.css';
import { gridWords } from './strings.ts';

interface FindBarProps {
  readonly sought: string;
  readonly only: boolean;
  readonly count: number;
  readonly at: number;
  /** Rows shown of all, when some are not. */
  readonly shown: { readonly rows: number; readonly all: number } | undefined;
  readonly onSeek: (text: string) => void;
  readonly onOnly: (only: boolean) => void;
  readonly onGo: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** Counts how often the bar was asked for: the field takes the focus each time. */
  readonly turn: number;
}

/** Finds in the cells: Enter goes to the next match, Shift Enter to the one before, Esc back to the grid. */
export function FindBar({ sought, only, count, at, shown, onSeek, onOnly, onGo, onClose, turn }: FindBarProps) {
  const say = useWords(gridWords);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again at each turn
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [turn]);
  return (
    <search className={styles.bar}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label={say('find')}
        placeholder={say('findHint')}
        defaultValue={sought}
        spellCheck={false}
        autoComplete="off"
        onInput={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) onSeek(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => onSeek(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'F3') onGo(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className={styles.count} role="status">
        {sought === '' ? '' : count === 0 ? say('noMatch') : say('matches', { at: at < 0 ? 1 : at + 1, count })}
      </span>
      <IconButton icon="up" size={24} label={say('previous')} disabled={count === 0} onClick={() => onGo(-1)} />
      <IconButton icon="down" size={24} label={say('next')} disabled={count === 0} onClick={() => onGo(1)} />
      <label className={styles.only}>
        <input type="checkbox" checked={only} onChange={(event) => onOnly(event.target.checked)} />
        {say('onlyThese')}
      </label>
      {shown ? <span className={styles.count}>{say('filtered', { shown: shown.rows, all: shown.all })}</span> : null}
      <span className={styles.grow} />
      <IconButton icon="differs" size={24} label={say('closeFind')} onClick={onClose} />
    </search>
  );
}
