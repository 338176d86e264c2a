import { useStore } from 'zustand';
import { comparison } from '../../store/comparison.ts';
import { useWords } from '../../strings/use-words.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Changes.module.css';
import { scopeOf } from './scope.ts';
import type { Sides } from './sides.ts';
import { compareWords } from './strings.ts';

/** What “nobody loses” rests on, and what was not compared. */
export function ScopeNote({ sides }: { readonly sides: Extract<Sides, { kind: 'sides' }> }) {
  const say = useWords(compareWords);
  const state = useStore(comparison);
  const scope = scopeOf(state, sides.after, say);
  const alike = state.changes?.changes.alike ?? [];
  if (!scope) return null;
  return (
    <div className={styles.scope}>
      <span className={classes(styles.scopeIcon, scope.good ? styles.good : styles.bad)}>
        <Icon name={scope.good ? 'shield' : 'warning'} size={18} />
      </span>
      <div>
        <b>{scope.claim}</b>
        {scope.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {alike.map((one) => (
          <p key={one.after}>{say('alike', one)}</p>
        ))}
      </div>
    </div>
  );
}
