import { useEffect } from 'react';
import { useStore } from 'zustand';
import { compareSides, keyOf } from '../../loop/compare.ts';
import { analysis } from '../../store/analysis.ts';
import { comparison, modeChosen } from '../../store/comparison.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { ChangesPane } from './ChangesPane.tsx';
import { ClassesPane } from './ClassesPane.tsx';
import styles from './Compare.module.css';
import { Head } from './Head.tsx';
import { Problem } from './Problem.tsx';
import { countsOf, faredOf } from './select.ts';
import type { Sides } from './sides.ts';
import { sidesOf } from './sides.ts';
import { compareWords } from './strings.ts';
import { Witnesses } from './Witnesses.tsx';

/** Two laws side by side: what changed, for whom, and who notices first. */
export default function Compare() {
  const say = useWords(compareWords);
  const choice = useStore(comparison);
  const found = useStore(analysis);
  const policy = useStore(workspace, (now) => now.policy);
  const day = useStore(workspace, (now) => now.day);
  const version = useStore(workspace, (now) => now.version);
  const sides = sidesOf(choice, found, policy, day);
  // The text is compared once it has been looked at; until then the last comparison stays.
  const ready = sides.kind === 'sides' && found.version === version;
  const key = sides.kind === 'sides' ? keyOf(sides.before, sides.after, version) : '';
  const stopped = choice.stopped === key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all there is to say about the sides
  useEffect(
    () => (ready && !stopped && sides.kind === 'sides' ? compareSides(sides.before, sides.after) : undefined),
    [key, ready, stopped],
  );

  const { more, less } = faredOf(choice);
  const { changed, added } = countsOf(choice);
  return (
    <div className={styles.compare}>
      <h1 className="unseen">{say('title')}</h1>
      <Head sides={sides} />
      {sides.kind === 'sides' ? (
        choice.problem && choice.key === key ? (
          <Problem sides={sides} problem={choice.problem} />
        ) : (
          <>
            <div className={styles.middle}>
              <ChangesPane sides={sides} />
              <ClassesPane sides={sides} />
            </div>
            <Witnesses sides={sides} />
          </>
        )
      ) : (
        <Nothing sides={sides} />
      )}
      <Live text={choice.witnesses && !choice.running ? say('result', { more: more.length, less: less.length, changed, added }) : ''} />
    </div>
  );
}

/** Why there is nothing to compare, and what can be. */
function Nothing({ sides }: { readonly sides: Exclude<Sides, { kind: 'sides' }> }) {
  const say = useWords(compareWords);
  const mode = (to: 'areas' | 'draft') => (
    <Button key={to} onClick={() => comparison.setState((state) => modeChosen(state, to))}>
      {say(to)}
    </Button>
  );
  switch (sides.kind) {
    case 'nothing':
      return <Empty title={say('nothingYet')}>{say('nothingYetWhy')}</Empty>;
    case 'oneVersion':
      return (
        <Empty title={say('oneVersion', { policy: sides.policy, day: sides.day })} actions={[mode('areas'), mode('draft')]}>
          {say('oneVersionWhy')}
        </Empty>
      );
    case 'noOther':
      return (
        <Empty title={say('noOther')} actions={[mode('draft')]}>
          {say('noOtherWhy')}
        </Empty>
      );
  }
}
