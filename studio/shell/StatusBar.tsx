import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLater } from '../loop/use-later.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { told } from '../store/told.ts';
import { workspace } from '../store/workspace.ts';
import { useLanguage, useWords } from '../strings/use-words.ts';
import { rulesOf } from './counts.ts';
import { ReturnedTag } from './ReturnedTag.tsx';
import { SaveState } from './SaveState.tsx';
import styles from './StatusBar.module.css';
import { shellWords } from './strings.ts';

/** Whether the work is safe, how much there is, and the keys that help everywhere. */
export function StatusBar() {
  const say = useWords(shellWords);
  const found = useLater(analysis, (now) => now.analysis);
  const policy = useStore(workspace, (now) => now.policy);
  const summary = useLater(analysis, (now) => summaryOf(now, policy)?.summary);
  const fresh = useLater(analysis, (now) => summaryOf(now, policy)?.fresh === true);
  const properties = found?.symbols.filter((symbol) => symbol.policy === policy && symbol.kind === 'property').length ?? 0;
  const scenarios = useLater(analysis, (now) => now.scenarios.filter((scenario) => scenario.policy === policy).length);

  return (
    <footer className={styles.status}>
      <SaveState />
      <Told />
      <ReturnedTag />
      <span className={styles.wide}>{say('local')}</span>
      {summary ? <span>{say('counts', { rules: rulesOf(found, policy), scenarios, properties })}</span> : null}
      {summary && summary.open.length > 0 ? <span className={styles.ochre}>{say('openIn', { count: summary.open.length })}</span> : null}
      {summary && !fresh ? <span className={styles.ochre}>{say('stale')}</span> : null}
      <span className={styles.grow} />
      <span className={styles.wide}>
        {[`F6 ${say('hintPanes')}`, `Alt ↵ ${say('hintFix')}`, `Ctrl ↵ ${say('hintSettle')}`].join(' · ')}
      </span>
      <button type="button" className={styles.keys} onClick={() => layout.setState({ overlay: 'keys' })}>
        {`? ${say('hintKeys')}`}
      </button>
      {found ? <span>{say('language', { version: found.language })}</span> : null}
    </footer>
  );
}

/** How long something told stays in sight. */
const TOLD_MS = 6000;

function Told() {
  const language = useLanguage();
  const { words, turn } = useStore(told);
  const [shown, show] = useState(0);
  useEffect(() => {
    if (turn === 0) return undefined;
    show(turn);
    const timer = setTimeout(() => show(0), TOLD_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return (
    <span role="status" className={styles.told}>
      {words && shown === turn && turn > 0 ? <span key={turn}>{words[language]}</span> : null}
    </span>
  );
}
