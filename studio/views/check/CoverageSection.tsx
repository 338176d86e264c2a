import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { lookReached } from '../../loop/checking.ts';
import { analysis } from '../../store/analysis.ts';
import { checking } from '../../store/checking.ts';
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
import { Segmented } from '../../ui/Segmented.tsx';
import type { ReachedRule, TextRange } from '../../worker/protocol.ts';
import { PaintedText } from './PaintedText.tsx';
import styles from './Places.module.css';
import { fileTelling, reachPaints } from './painted.ts';
import { byOwner } from './select.ts';
import { checkWords } from './strings.ts';

const KIND = { rule: 'partRule', row: 'partRow', exception: 'partException', eligibility: 'partEligibility' } as const;

/** Which rules, rows, exceptions and eligibilities no scenario reaches: counted by benefit, painted on the text. */
export function CoverageSection() {
  const say = useWords(checkWords);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useStore(analysis, (now) => now.scenariosVersion);
  const reached = useStore(checking, (now) => now.reached);
  const [only, setOnly] = useState<'unreached' | 'all'>();
  const [looked, setLooked] = useState<TextRange>();
  // Asked once the scenarios of a text have come: by then the text can be settled, or never.
  useEffect(() => {
    if (policy !== undefined && version >= 0) void lookReached(policy);
  }, [policy, version]);

  const parts = useMemo(() => (reached?.policy === policy ? (reached?.parts ?? []) : []), [reached, policy]);
  const paints = useMemo(() => reachPaints(parts), [parts]);
  const missing = parts.filter(({ scenarios }) => scenarios.length === 0);
  const filter = only ?? (missing.length > 0 ? 'unreached' : 'all');
  const sentence =
    missing.length === 0
      ? say('coverageAll', { all: parts.length })
      : say('coverageSum', { all: parts.length, reached: parts.length - missing.length });
  const list = (
    <Pane
      icon="list"
      title={say('sectionCoverage')}
      paneId="reached"
      bare
      extra={
        <Segmented
          label={say('filter')}
          value={filter}
          onChange={setOnly}
          options={[
            { value: 'unreached', text: say('onlyUnreached', { count: missing.length }) },
            { value: 'all', text: say('everything', { count: parts.length }) },
          ]}
        />
      }
    >
      {parts.length === 0 ? (
        reached?.policy === policy ? (
          <Empty title={say('coverageNone')} />
        ) : null
      ) : (
        <>
          <p className={classes(styles.sum, missing.length > 0 ? styles.verm : styles.jade)}>
            <Icon name={missing.length > 0 ? 'open' : 'holds'} size={18} /> {sentence}
          </p>
          <Live text={sentence} />
          <p className={styles.what}>{say('coverageWhat')}</p>
        </>
      )}
      {byOwner(parts).map(({ owner, parts: own }) => {
        const shown = filter === 'all' ? own : own.filter(({ scenarios }) => scenarios.length === 0);
        const count = own.filter(({ scenarios }) => scenarios.length > 0).length;
        return shown.length === 0 ? null : (
          <section key={owner} aria-label={owner}>
            <h3 className={styles.owner}>
              {owner}
              <small>{`${count}/${own.length}`}</small>
              <meter min={0} max={own.length} value={count} aria-label={say('coverageSum', { all: own.length, reached: count })} />
            </h3>
            <ul>
              {shown.map((part) => (
                <Part
                  key={`${part.kind}${part.range.file}${part.range.start}`}
                  part={part}
                  from={fileTelling(named(part), own.map(named))}
                  onLook={setLooked}
                  looked={looked === part.range}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {missing.length > 0 ? (
        <p className={styles.act}>
          <Button small icon="simulate" onClick={() => layout.setState({ view: 'simulate' })}>
            {say('toReach')}
          </Button>
        </p>
      ) : null}
    </Pane>
  );
  return (
    <Panels
      id="coverage"
      tabsBelow={900}
      tabsLabel={say('sectionCoverage')}
      panes={[
        { id: 'list', name: say('sectionCoverage'), size: 460, min: 320, content: list },
        { id: 'text', name: say('painted'), min: 380, content: <PaintedText parts={paints} looked={looked} onLook={setLooked} /> },
      ]}
    />
  );
}

const named = ({ name, range: { file } }: ReachedRule) => ({ name, file });

function Part({
  part,
  from,
  looked,
  onLook,
}: {
  readonly part: ReachedRule;
  /** The file, where the name alone does not tell. */
  readonly from: string | undefined;
  readonly looked: boolean;
  readonly onLook: (range: TextRange) => void;
}) {
  const say = useWords(checkWords);
  const { kind, name, scenarios, range } = part;
  const none = scenarios.length === 0;
  return (
    <li>
      <button type="button" aria-pressed={looked} className={classes(styles.place, looked && styles.looked)} onClick={() => onLook(range)}>
        <span className={none ? styles.verm : styles.jade}>
          <Icon name={none ? 'open' : 'holds'} size={14} />
        </span>
        <b>{name}</b>
        <small>{[say(KIND[kind]), ...(from === undefined ? [] : [from])].join(' · ')}</small>
        <span className={styles.said} title={scenarios.join('\n')}>
          {none ? say(kind === 'eligibility' ? 'unreachedEligibility' : 'unreached') : say('reachedBy', { count: scenarios.length })}
        </span>
      </button>
    </li>
  );
}
