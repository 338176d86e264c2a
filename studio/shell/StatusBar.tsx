import { useStore } from 'zustand';
import { continueHere } from '../storage/one-tab.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { saving } from '../store/saving.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { rulesOf } from './counts.ts';
import styles from './StatusBar.module.css';
import { saveWorkspace } from './save-workspace.ts';
import { shellWords } from './strings.ts';

const timeOf = (at: number): string => new Date(at).toLocaleTimeString('zh-CN', { hour12: false });

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

function SaveState() {
  const say = useWords(shellWords);
  const { savedAt, problem, elsewhere, flashes } = useStore(saving);
  if (elsewhere) {
    return (
      <span className={styles.problem} role="alert">
        <Icon name="eye" /> {say('elsewhere')}
        <Button small onClick={continueHere}>
          {say('continueHere')}
        </Button>
      </span>
    );
  }
  if (problem) {
    return (
      <span className={styles.problem} role="alert">
        <Icon name="warning" /> {say(problem === 'full' ? 'saveFull' : 'saveUnavailable')}
        <Button small onClick={saveWorkspace}>
          {say('saveAsFile')}
        </Button>
      </span>
    );
  }
  return (
    <span key={flashes} className={classes(styles.saved, flashes > 0 && styles.flash)}>
      <Icon name="holds" /> <b>{say('saved')}</b> {savedAt === undefined ? say('savedHere') : say('savedAt', { time: timeOf(savedAt) })}
    </span>
  );
}
