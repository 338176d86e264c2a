import { useStore } from 'zustand';
import { saveWorkspace } from '../commands/export-workspace.ts';
import { showHistory } from '../commands/show-history.ts';
import { settleConflict } from '../storage/folder.ts';
import { continueHere } from '../storage/one-tab.ts';
import type { SavingProblem } from '../store/saving.ts';
import { saving } from '../store/saving.ts';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { clockOf } from './history-view.ts';
import styles from './StatusBar.module.css';
import { shellWords } from './strings.ts';

const WORDS = {
  full: 'saveFull',
  unavailable: 'saveUnavailable',
  unreachable: 'saveUnreachable',
  refused: 'saveRefused',
} as const satisfies Record<SavingProblem, string>;
const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** Whether what was typed is safe, and what to do where it is not or where somebody else wrote too. */
export function SaveState() {
  const say = useWords(shellWords);
  const { savedAt, problem, elsewhere, flashes, folder, conflicts, taken, outdated } = useStore(saving);
  const [conflict] = conflicts;
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
  if (conflict) {
    return (
      <span className={styles.problem} role="alert">
        <Icon name="warning" />
        {say(conflict.theirs === undefined ? 'conflictGone' : 'conflict', { name: nameOf(conflict.path) })}
        <Button small onClick={() => settleConflict(conflict.path, 'mine')}>
          {say('keepMine')}
        </Button>
        <Button small onClick={() => settleConflict(conflict.path, 'theirs')}>
          {say('takeTheirs')}
        </Button>
      </span>
    );
  }
  if (problem) {
    return (
      <span className={styles.problem} role="alert">
        <Icon name="warning" /> {say(WORDS[problem])}
        <Button small onClick={() => void saveWorkspace()}>
          {say('saveAsFile')}
        </Button>
      </span>
    );
  }
  const [other] = taken;
  if (other !== undefined) {
    return (
      <span className={styles.remark} role="status">
        <Icon name="eye" /> {say(taken.length === 1 ? 'takenOne' : 'taken', { name: nameOf(other), count: taken.length })}
        <Button small onClick={() => saving.setState({ taken: [] })}>
          {say('seen')}
        </Button>
      </span>
    );
  }
  const [old] = outdated;
  if (old !== undefined) {
    return (
      <span className={styles.remark} role="status">
        <Icon name="warning" /> {say(outdated.length === 1 ? 'outdatedOne' : 'outdated', { name: nameOf(old), count: outdated.length })}
        <Button small onClick={() => saving.setState({ outdated: [] })}>
          {say('seen')}
        </Button>
      </span>
    );
  }
  const when = savedAt === undefined ? undefined : clockOf(savedAt);
  return (
    <button
      type="button"
      key={flashes}
      className={classes(styles.saved, flashes > 0 && styles.flash)}
      title={say('history')}
      onClick={showHistory.run}
    >
      <Icon name="holds" /> <b>{say('saved')}</b>{' '}
      {folder === undefined
        ? when === undefined
          ? say('savedHere')
          : say('savedAt', { time: when })
        : say('savedFolder', { time: when ?? '', folder })}
    </button>
  );
}
