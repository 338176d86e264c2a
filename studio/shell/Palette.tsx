import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { commands } from '../commands/all.ts';
import { loadManual } from '../loop/manual.ts';
import { analysis } from '../store/analysis.ts';
import { clauses as clausesStore } from '../store/clauses.ts';
import { layout } from '../store/layout.ts';
import { manual } from '../store/manual.ts';
import { preferences } from '../store/preferences.ts';
import { simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { Keys } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Palette.module.css';
import { entries, found } from './palette-entries.ts';
import { clauseEntries, patientEntries, wordEntries } from './palette-finds.ts';
import { shellWords } from './strings.ts';

/** What was chosen may have opened something else in the box's place; that stays. */
const close = (): void => layout.setState(({ overlay }) => ({ overlay: overlay === 'palette' ? undefined : overlay }));

/** One box for clauses, rules, files and commands; pinyin initials do. */
export function Palette() {
  const say = useWords(shellWords);
  const language = useStore(preferences, (now) => now.language);
  const state = useStore(analysis);
  const files = useStore(workspace, (now) => now.files);
  const policy = useStore(workspace, (now) => now.policy);
  const clauses = useStore(clausesStore, (now) => now.found);
  const patients = useStore(simulation, (now) => now.patients);
  const pages = useStore(manual, (now) => now.pages);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const all = useMemo(
    () =>
      entries(commands, state.analysis, Object.keys(files), language, policy, [
        ...clauseEntries(clauses, files),
        ...patientEntries(patients),
        ...wordEntries(pages, language),
      ]),
    [state.analysis, files, language, policy, clauses, patients, pages],
  );
  useEffect(() => void loadManual(), []);
  const shown = found(all, text);
  const chosen = shown[Math.min(at, shown.length - 1)];

  return (
    <div
      className={styles.veil}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className={styles.box} role="dialog" aria-modal="true" aria-label={say('find')}>
        <div className={styles.line}>
          <Icon name="search" />
          <input
            className={styles.input}
            // biome-ignore lint/a11y/noAutofocus: the person asked for this box in order to type
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls="palette-list"
            aria-activedescendant={chosen ? `palette-${chosen.id}` : undefined}
            aria-label={say('find')}
            placeholder={say('palettePrompt')}
            value={text}
            onBlur={close}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
              else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
              else if (event.key === 'Enter') {
                close();
                chosen?.run();
              } else return;
              event.preventDefault();
            }}
          />
        </div>
        <div id="palette-list" className={styles.list} role="listbox" aria-label={say('paletteResults')}>
          {shown.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above holds the focus and takes the keys
            <div
              key={entry.id}
              id={`palette-${entry.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry === chosen}
              className={classes(styles.entry, entry === chosen && styles.chosen)}
              ref={entry === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              // The box closes when it loses the focus; pressing here must not take it away first.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                close();
                entry.run();
              }}
            >
              <Icon name={entry.icon} />
              <span className={styles.name}>{entry.label}</span>
              <span className={styles.note}>{entry.note}</span>
              {entry.keys === undefined ? null : <Keys>{entry.keys}</Keys>}
            </div>
          ))}
        </div>
        {shown.length === 0 ? <p className={styles.none}>{say('paletteNone', { text })}</p> : null}
      </div>
    </div>
  );
}
