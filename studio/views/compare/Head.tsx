import { useState } from 'react';
import { useStore } from 'zustand';
import type { CompareMode, SideName } from '../../store/comparison.ts';
import { COMPARE_MODES, comparison, modeChosen } from '../../store/comparison.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import styles from './Compare.module.css';
import { ReportMenu } from './ReportMenu.tsx';
import { SideButton } from './SideButton.tsx';
import { SideDialog } from './SideDialog.tsx';
import { faredOf, nothingCompared } from './select.ts';
import type { Sides } from './sides.ts';
import { compareWords } from './strings.ts';

/** What is compared, and the outcome in three figures. */
export function Head({ sides }: { readonly sides: Sides }) {
  const say = useWords(compareWords);
  const choice = useStore(comparison);
  const [editing, edit] = useState<SideName | undefined>(undefined);
  const options = COMPARE_MODES.map((value: CompareMode) => ({ value, text: say(value) }));
  return (
    <header className={styles.head}>
      <Segmented
        label={say('mode')}
        options={options}
        value={choice.mode}
        onChange={(mode) => comparison.setState((state) => modeChosen(state, mode))}
      />
      {sides.kind === 'sides' ? (
        <>
          <SideButton place="before" side={sides.before} onMore={() => edit('before')} />
          <IconButton
            icon="swap"
            label={say('swap')}
            pressed={choice.swapped}
            onClick={() => comparison.setState(({ swapped }) => ({ swapped: !swapped }))}
          />
          <SideButton place="after" side={sides.after} onMore={() => edit('after')} />
          <span className={styles.grow} />
          <Progress />
          <Figures />
          <ReportMenu sides={sides} />
          {editing ? <SideDialog place={editing} side={sides[editing]} onClose={() => edit(undefined)} /> : null}
        </>
      ) : null}
    </header>
  );
}

/** How far it is, and the way to stop it. */
function Progress() {
  const say = useWords(compareWords);
  const { running, progress, stopped, key } = useStore(comparison);
  const language = useLanguage();
  if (stopped !== undefined && stopped === key)
    return (
      <span className={styles.progress}>
        {say('stopped')}
        <Button small onClick={() => comparison.setState({ stopped: undefined })}>
          {say('goOn')}
        </Button>
      </span>
    );
  if (!running) return null;
  return (
    <span className={styles.progress}>
      <span className={styles.progressWords}>
        {progress ? say('running', { what: progress.what[language], done: progress.done, total: progress.total }) : say('starting')}
      </span>
      <Button small onClick={() => comparison.setState({ stopped: key })}>
        {say('stop')}
      </Button>
    </span>
  );
}

/** Who gets more, who gets less; the scope stands beside the claim, on the lower left, and here on hover. */
function Figures() {
  const say = useWords(compareWords);
  const state = useStore(comparison);
  const { more, less, unknown } = faredOf(state);
  // Without anybody compared there are no winners and losers to count.
  if (!state.effects || nothingCompared(state)) return null;
  const due = state.changes?.measure === 'due';
  return (
    <dl className={styles.figures}>
      <div className={more.length === 0 ? undefined : due ? styles.verm : styles.jade}>
        <dt>{say(due ? 'moreDue' : 'more')}</dt>
        <dd>{say('classes', { count: more.length })}</dd>
      </div>
      <div className={less.length === 0 ? undefined : due ? styles.jade : styles.verm}>
        <dt>{say(due ? 'lessDue' : 'less')}</dt>
        <dd>{say('classes', { count: less.length })}</dd>
      </div>
      {unknown.length > 0 ? (
        <div className={styles.ochre}>
          <dt>{say('unknown')}</dt>
          <dd>{say('classes', { count: unknown.length })}</dd>
        </div>
      ) : null}
      <div>
        <dt>{say('sameToFen')}</dt>
        <dd>{say('rest')}</dd>
      </div>
    </dl>
  );
}
