import { useStore } from 'zustand';
import { takeArchive } from '../commands/open-archive.ts';
import { incoming, sorted } from '../store/incoming.ts';
import { layout } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Floating.tsx';
import styles from './Incoming.module.css';
import { shellWords } from './strings.ts';

const close = (): void => {
  incoming.setState(incoming.getInitialState(), true);
  layout.setState({ overlay: undefined });
};
/** Names shown; the rest is counted. */
const SHOWN = 8;

/** A whole workspace that would replace texts that are here: asked once, undoable all the same. */
export function Incoming() {
  const say = useWords(shellWords);
  const { name, texts, problem } = useStore(incoming);
  const files = useStore(workspace, (now) => now.files);
  const { fresh, other, same } = sorted(texts, files);
  return (
    <Dialog
      open
      title={say('incoming', { name: name ?? '' })}
      onClose={close}
      foot={
        problem === undefined ? (
          <>
            <Button onClick={close}>{say('incomingNot')}</Button>
            <Button disabled={fresh.length === 0} onClick={() => void takeArchive('fresh')}>
              {say('incomingFresh', { count: fresh.length })}
            </Button>
            <Button kind="primary" onClick={() => void takeArchive('all')}>
              {say('incomingAll', { count: other.length })}
            </Button>
          </>
        ) : (
          <Button onClick={close}>{say('incomingClose')}</Button>
        )
      }
    >
      {problem === undefined ? (
        <>
          <p>{say('incomingCounts', { other: other.length, fresh: fresh.length, same: same.length })}</p>
          <ul className={styles.names}>
            {other.slice(0, SHOWN).map(({ path }) => (
              <li key={path}>{path}</li>
            ))}
            {other.length > SHOWN ? <li>{say('incomingMore', { count: other.length - SHOWN })}</li> : null}
          </ul>
        </>
      ) : problem === 'same' ? (
        <p>{say('incomingSame', { count: same.length })}</p>
      ) : (
        <p>{say(problem === 'none' ? 'incomingNone' : problem === 'large' ? 'incomingLarge' : 'incomingEmpty')}</p>
      )}
    </Dialog>
  );
}
