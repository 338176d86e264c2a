import { useStore } from 'zustand';
import { analysis, summaryOf } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { rulesOf } from './counts.ts';
import { SaveState } from './SaveState.tsx';
import styles from './StatusBar.module.css';
import { shellWords } from './strings.ts';

/** Whether the work is safe, how much there is, and the keys that help everywhere. */
export function StatusBar() {
  const say = useWords(shellWords);
  const state = useStore(analysis);
  const policy = useStore(workspace, (now) => now.policy);
  const found = summaryOf(state, policy);
  const properties = state.analysis?.symbols.filter((symbol) => symbol.policy === policy && symbol.kind === 'property').length ?? 0;
  const scenarios = state.scenarios.filter((scenario) => scenario.policy === policy).length;

  return (
    <footer className={styles.status}>
      <SaveState />
      <span className={styles.wide}>{say('local')}</span>
      {found ? <span>{say('counts', { rules: rulesOf(state.analysis, policy), scenarios, properties })}</span> : null}
      {found && found.summary.open.length > 0 ? (
        <span className={styles.ochre}>{say('openIn', { count: found.summary.open.length })}</span>
      ) : null}
      {found && !found.fresh ? <span className={styles.ochre}>{say('stale')}</span> : null}
      <span className={styles.grow} />
      <span className={styles.wide}>
        {[`F6 ${say('hintPanes')}`, `Alt ↵ ${say('hintFix')}`, `Ctrl ↵ ${say('hintSettle')}`].join(' · ')}
      </span>
      <button type="button" className={styles.keys} onClick={() => layout.setState({ overlay: 'keys' })}>
        {`? ${say('hintKeys')}`}
      </button>
      {state.analysis ? <span>{say('language', { version: state.analysis.language })}</span> : null}
    </footer>
  );
}
