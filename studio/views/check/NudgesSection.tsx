import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { startNudges, stopNudges } from '../../loop/checking.ts';
import { checking, isUnnoticed } from '../../store/checking.ts';
import { layout } from '../../store/layout.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Live } from '../../ui/Live.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Panels } from '../../ui/Panels.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { NudgedNumber, TextRange } from '../../worker/protocol.ts';
import { NoticingPatient } from './NoticingPatient.tsx';
import { PaintedText } from './PaintedText.tsx';
import styles from './Places.module.css';
import { fileTelling, nudgePaints } from './painted.ts';
import { byOwner } from './select.ts';
import { checkWords } from './strings.ts';

/** Each number changed a little: which change does no scenario notice? */
export function NudgesSection() {
  const say = useWords(checkWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useStore(workspace, (now) => now.version);
  const held = useStore(checking, (now) => now.nudges);
  const [only, setOnly] = useState<'unnoticed' | 'all'>('unnoticed');
  const [looked, setLooked] = useState<TextRange>();
  const found = held?.policy === policy ? held : undefined;
  const numbers = useMemo(() => found?.numbers ?? [], [found]);
  const paints = useMemo(() => nudgePaints(numbers), [numbers]);
  const unnoticed = numbers.filter(isUnnoticed);
  const stale = found !== undefined && found.version !== version;
  const shown = only === 'unnoticed' ? unnoticed : numbers;
  const done = found !== undefined && !found.running;
  const sentence = !done
    ? ''
    : found.scenarios === 0
      ? say('nudgeNoScenarios')
      : unnoticed.length === 0
        ? say('nudgeAll', { all: numbers.length })
        : say('nudgeSum', { count: unnoticed.length, all: numbers.length });
  const start = (): void => {
    if (policy !== undefined) void startNudges(policy);
  };
  const list = (
    <Pane
      icon="list"
      title={say('sectionNudges')}
      paneId="nudges"
      bare
      extra={
        found?.running ? (
          <Button small onClick={stopNudges}>
            {say('stop')}
          </Button>
        ) : found ? (
          <Button small icon="reverse" onClick={start}>
            {say('nudgeAgain')}
          </Button>
        ) : undefined
      }
    >
      {found ? null : (
        <Empty
          title={say('sectionNudges')}
          actions={
            <Button kind="primary" icon="play" onClick={start}>
              {say('nudgeStart')}
            </Button>
          }
        >
          {say('nudgeWhat')}
        </Empty>
      )}
      {found?.running ? (
        <ProgressBar
          done={numbers.length}
          total={found.places}
          label={say('sectionNudges')}
          said={say('nudgeProgress', { done: numbers.length, total: found.places })}
        />
      ) : null}
      {stale ? <p className={styles.what}>{say('nudgeStale')}</p> : null}
      {done && numbers.length < found.places ? (
        <p className={styles.what}>{say('nudgeStopped', { done: numbers.length, total: found.places })}</p>
      ) : null}
      {done ? (
        <p className={classes(styles.sum, unnoticed.length > 0 ? styles.ochre : styles.jade)}>
          <Icon name={unnoticed.length > 0 ? 'open' : 'holds'} size={18} /> {sentence}
        </p>
      ) : null}
      <Live text={sentence} />
      {numbers.length > 0 ? (
        <div className={styles.filter}>
          <Segmented
            label={say('filter')}
            value={only}
            onChange={setOnly}
            options={[
              { value: 'unnoticed', text: say('nudgeOnlyUnnoticed', { count: unnoticed.length }) },
              { value: 'all', text: say('nudgeTried', { count: numbers.length }) },
            ]}
          />
        </div>
      ) : null}
      {byOwner(shown).map(({ owner, parts }) => (
        <section key={owner} aria-label={owner === '' ? say('wholePolicy') : owner}>
          <h3 className={styles.owner}>{owner === '' ? say('wholePolicy') : owner}</h3>
          <ul>
            {parts.map((number) => (
              <Nudged
                key={`${number.range.file}${number.range.start}`}
                policy={found?.policy}
                number={number}
                from={fileTelling(named(number), parts.map(named))}
                looked={looked === number.range}
                onLook={setLooked}
              />
            ))}
          </ul>
        </section>
      ))}
      {done && unnoticed.length > 0 ? (
        <div className={styles.act}>
          <p>{say('nudgeAdvice')}</p>
          <Button small icon="simulate" onClick={() => layout.setState({ view: 'simulate' })}>
            {say('toReach')}
          </Button>
        </div>
      ) : null}
    </Pane>
  );
  return (
    <Panels
      id="nudged"
      tabsBelow={900}
      tabsLabel={say('sectionNudges')}
      panes={[
        { id: 'list', name: say('sectionNudges'), size: 460, min: 320, content: list },
        ...(numbers.length > 0
          ? [{ id: 'text', name: say('painted'), min: 380, content: <PaintedText parts={paints} looked={looked} onLook={setLooked} /> }]
          : []),
      ]}
    />
  );
}

const named = ({ written, range: { file } }: NudgedNumber) => ({ name: written, file });

interface NudgedProps {
  readonly policy: string | undefined;
  readonly number: NudgedNumber;
  /** The file, where the number alone does not tell. */
  readonly from: string | undefined;
  readonly looked: boolean;
  readonly onLook: (range: TextRange) => void;
}

function Nudged({ policy, number, from, looked, onLook }: NudgedProps) {
  const say = useWords(checkWords);
  const { written, nudges, range } = number;
  const alike = (['unnoticed', 'noticed', 'refused'] as const).flatMap((outcome) => {
    const own = nudges.filter((one) => one.outcome === outcome);
    return own.length === 0 ? [] : [{ outcome, own }];
  });
  return (
    <li>
      <button type="button" aria-pressed={looked} className={classes(styles.place, looked && styles.looked)} onClick={() => onLook(range)}>
        <span className={isUnnoticed(number) ? styles.ochre : styles.jade}>
          <Icon name={isUnnoticed(number) ? 'open' : 'holds'} size={14} />
        </span>
        <b>{written}</b>
        {from === undefined ? null : <small>{from}</small>}
        <span className={styles.changes}>
          {alike.map(({ outcome, own }) => (
            <span key={outcome}>
              {say('nudgeFrom', { changes: own.map((one) => one.written).join('、') })}
              <small className={outcome === 'unnoticed' ? styles.ochre : undefined}>
                {outcome === 'unnoticed'
                  ? say('outcomeUnnoticed')
                  : outcome === 'refused'
                    ? say('outcomeRefused')
                    : say('outcomeNoticed', { by: own[0]?.by ?? '' })}
              </small>
            </span>
          ))}
        </span>
      </button>
      {policy !== undefined && looked && isUnnoticed(number) ? <NoticingPatient policy={policy} number={number} /> : null}
    </li>
  );
}
