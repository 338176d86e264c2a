import { comparison, sideWished } from '../../store/comparison.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Notice.tsx';
import type { Compared } from '../../worker/protocol.ts';
import type { Sides } from './sides.ts';
import { wishedSide } from './sides.ts';
import { compareWords } from './strings.ts';

interface ProblemProps {
  readonly sides: Extract<Sides, { kind: 'sides' }>;
  readonly problem: Extract<Compared, { part: 'problem' }>;
}

/** Why one side has no law to compare, and the nearest thing that has. */
export function Problem({ sides, problem: { side, problem } }: ProblemProps) {
  const say = useWords(compareWords);
  const { policy, day } = sides[side];
  const name = say(side === 'before' ? 'beforeSide' : 'afterSide');
  const wish = (to: string | undefined): void =>
    comparison.setState((now) => sideWished(now, wishedSide(now, side), to === undefined ? {} : { day: to }));
  switch (problem.kind) {
    case 'noPolicy':
      return <Empty title={say('problemNoPolicy', { side: name, policy })}>{say('problemNoPolicyWhy')}</Empty>;
    case 'noLaw': {
      const { begins } = problem;
      return (
        <Empty
          title={say('problemNoLaw', { side: name, day })}
          actions={begins === undefined ? undefined : <Button onClick={() => wish(begins)}>{say('useBegins', { begins })}</Button>}
        >
          {begins === undefined ? undefined : say('problemBegins', { begins })}
        </Empty>
      );
    }
    case 'openLaw':
      return (
        <Empty
          title={say('problemOpenLaw', { side: name, day })}
          actions={<Button onClick={() => wish(undefined)}>{say('clearKnown')}</Button>}
        >
          {problem.reason}
        </Empty>
      );
  }
}
