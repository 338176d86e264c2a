import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { analysis } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { simulateWords } from './strings.ts';

/** Reading is quick; only when it takes longer is it said. */
const PATIENCE_MS = 400;

/** In place of the desk: the texts are still being read, or no policy can be settled, with the way on. */
export function NoDesk() {
  const say = useWords(simulateWords);
  const found = useStore(analysis, (state) => state.analysis);
  const policy = useStore(workspace, (state) => state.policy);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const errors = found?.declared.find((one) => one.name === policy)?.errors ?? 0;
  if (found === undefined || (errors === 0 && found.policies.some((one) => one.name === policy)))
    return late ? <Empty title={say('reading')} /> : null;
  const write = (
    <Button kind="primary" icon="write" onClick={() => layout.setState({ view: 'write', problemsOpen: true })}>
      {say(errors > 0 ? 'seeProblems' : 'goWrite')}
    </Button>
  );
  if (errors > 0 && policy !== undefined) {
    return (
      <Empty title={say('errorsTitle', { count: errors, policy })} actions={write}>
        {say('errorsText')}
      </Empty>
    );
  }
  if (policy !== undefined && found.declared.some((one) => one.name === policy)) {
    return (
      <Empty
        title={say('inheritedTitle', { policy })}
        actions={
          <Button kind="primary" onClick={() => layout.setState({ overlay: 'policies' })}>
            {say('choosePolicy')}
          </Button>
        }
      >
        {say('inheritedText')}
      </Empty>
    );
  }
  return (
    <Empty title={say('noPolicyTitle')} actions={write}>
      {say('noPolicyText')}
    </Empty>
  );
}
