import { useState } from 'react';
import { useStore } from 'zustand';
import type { PatientClass } from '../../../language/index.ts';
import { PairCurve } from '../../charts/PairCurve.tsx';
import { axisEnd, type PairKink } from '../../charts/pair-layout.ts';
import { comparison } from '../../store/comparison.ts';
import { moneyText, onAxis, shortMoneyText } from '../../strings/money.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import styles from './Classes.module.css';
import { PatientsTable } from './PatientsTable.tsx';
import { faredOf, groupsOf, nothingCompared, touchedBy } from './select.ts';
import type { Sides } from './sides.ts';
import { compareWords } from './strings.ts';
import { useSideName } from './use-side-name.ts';
import type { SayCompare } from './words.ts';
import { gapText, statusText, whoText } from './words.ts';

type Shown = 'curves' | 'patients';

/** For whom it differs and by how much: one small pair of curves a class, or the known patients one by one. */
export function ClassesPane({ sides }: { readonly sides: Extract<Sides, { kind: 'sides' }> }) {
  const say = useWords(compareWords);
  const state = useStore(comparison);
  const [shown, show] = useState<Shown>('curves');
  const [before, after] = [useSideName(sides.before), useSideName(sides.after)];
  const { effects, changes } = state;
  const axis = effects?.classes.axis;
  const measure = changes?.measure ?? 'funds';
  const hint = shown === 'patients' ? '' : axis === undefined ? say(`${measure}Only`) : say(measure, { axis });
  return (
    <Pane
      icon="compare"
      title={say('forWhom')}
      hint={effects ? hint : ''}
      paneId="classes"
      bare
      extra={
        <span className={styles.extra}>
          <Legend before={before} after={after} />
          <Segmented
            label={say('showAs')}
            options={[
              { value: 'curves', text: say('curves') },
              { value: 'patients', text: say('patients') },
            ]}
            value={shown}
            onChange={show}
          />
        </span>
      }
    >
      {shown === 'patients' ? (
        <PatientsTable before={before} after={after} />
      ) : effects ? (
        <Curves before={before} after={after} onKnown={() => show('patients')} />
      ) : (
        <Waiting />
      )}
    </Pane>
  );
}

/** What is being reckoned, where its result will stand. */
function Waiting() {
  const say = useWords(compareWords);
  const language = useLanguage();
  const { progress, running } = useStore(comparison);
  if (!running) return null;
  return (
    <p className={styles.all}>
      {progress ? say('running', { what: progress.what[language], done: progress.done, total: progress.total }) : say('starting')}
    </p>
  );
}

function Legend({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className={styles.legend} aria-hidden="true">
      <i className={styles.dashed} /> {before}
      <i className={styles.solid} /> {after}
    </span>
  );
}

function Curves({ before, after, onKnown }: { readonly before: string; readonly after: string; readonly onKnown: () => void }) {
  const say = useWords(compareWords);
  const state = useStore(comparison);
  const { more, less, unknown } = faredOf(state);
  const touched = touchedBy(state, groupsOf(state));
  const drawn = [...less, ...more];
  const nothing = nothingCompared(state);
  if (nothing)
    return (
      <Empty title={say('nothingCompared')} actions={<Button onClick={onKnown}>{say('seeKnown')}</Button>}>
        {nothing.lists.length > 0 ? say('nothingListsWhy', { lists: nothing.lists.join(say('comma')) }) : say('nothingWhy')}
      </Empty>
    );
  if (drawn.length === 0 && unknown.length === 0) return <Empty title={say('noOneDiffers')}>{say('noOneDiffersWhy')}</Empty>;
  const shared = endsOf(drawn);
  const when = drawn.map((one) => whoText(one.traits, say).when);
  const same = new Set(when).size === 1 ? (when[0] ?? '') : '';
  return (
    <div className={styles.scroll}>
      <div className={styles.grid}>
        {drawn.map((one) => (
          <ClassCard
            key={one.id}
            of={one}
            before={before}
            after={after}
            ends={shared ?? endsOf([one]) ?? { x: 1, y: 1 }}
            touched={touched.has(one.id)}
            when={same === '' ? whoText(one.traits, say).when : ''}
            flat={state.effects?.classes.axis === undefined}
          />
        ))}
      </div>
      {same === '' ? null : <p className={styles.all}>{say('allWhen', { when: same })}</p>}
      {unknown.length > 0 ? (
        <section className={styles.unknown}>
          <h3>{say('cannotSay', { count: unknown.length })}</h3>
          <ul>
            {unknown.map((one) => (
              <li key={one.id}>
                <b>{whoText(one.traits, say).who}</b>
                <span>
                  {before} {sideText(one.before, say)} · {after} {sideText(one.after, say)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const sideText = (side: PatientClass['before'], say: SayCompare): string =>
  'status' in side ? say('noAmount', { status: statusText(side.status, say) }) : say('canSay');

const kinksOf = ({ before, after }: PatientClass): readonly { readonly at: string; readonly pays: string }[] => [
  ...('kinks' in before ? before.kinks : []),
  ...('kinks' in after ? after.kinks : []),
];

/** Axes that all classes can share; undefined where the largest would make the smallest unreadable. */
function endsOf(all: readonly PatientClass[]): { readonly x: number; readonly y: number } | undefined {
  const each = all.map((one) => {
    const whole = one.rows.at(-1)?.at ?? '1.00';
    const x = axisEnd(
      kinksOf(one).map(({ at }) => at),
      whole,
    );
    const inSight = one.rows.filter(({ at }) => onAxis(at) <= x);
    const y = Math.max(1, ...inSight.flatMap((row) => [row.before, row.after].map((pays) => (pays === undefined ? 0 : onAxis(pays)))));
    return { x, y };
  });
  const [x, y] = [each.map((one) => one.x), each.map((one) => one.y)];
  const [widest, narrowest] = [Math.max(...x), Math.min(...x)];
  if (each.length > 1 && widest > narrowest * 6) return undefined;
  return { x: widest, y: Math.max(...y) };
}

interface CardProps {
  readonly of: PatientClass;
  readonly before: string;
  readonly after: string;
  readonly ends: { readonly x: number; readonly y: number };
  readonly touched: boolean;
  /** Days that not every class shares. */
  readonly when: string;
  /** There is no bill to vary: two figures say all. */
  readonly flat: boolean;
}

function ClassCard({ of, before, after, ends, touched, when, flat }: CardProps) {
  const say = useWords(compareWords);
  const { who } = whoText(of.traits, say);
  const kinks: readonly PairKink[] = (['before', 'after'] as const).flatMap((side) => {
    const curve = of[side];
    return 'kinks' in curve ? curve.kinks.map(({ at, pays, kind }) => ({ at, pays, side, text: kinkText(kind, at, say) })) : [];
  });
  const [row] = of.rows;
  return (
    <section className={classes(styles.card, touched && styles.touched)} aria-label={who}>
      <header className={styles.cardHead} title={[who, when].filter(Boolean).join('\n')}>
        <h3>{who}</h3>
        <span className={of.least === undefined ? styles.up : styles.down}>{gapText(of, say)}</span>
      </header>
      {when === '' ? null : <p className={styles.when}>{when}</p>}
      {flat ? (
        <p className={styles.flat}>
          <span>{row?.before === undefined ? '—' : moneyText(row.before)}</span>
          <span aria-hidden="true">→</span>
          <b>{row?.after === undefined ? '—' : moneyText(row.after)}</b>
        </p>
      ) : (
        <PairCurve
          rows={of.rows}
          kinks={kinks}
          ends={ends}
          loses={of.most === undefined}
          label={say('chartLabel', { name: who, before, after })}
          words={{ bill: say('bill'), before, after }}
          rowText={({ at, before: was, after: is }) =>
            say('chartAt', {
              at: moneyText(at),
              before: was === undefined ? '—' : moneyText(was),
              after: is === undefined ? '—' : moneyText(is),
            })
          }
        />
      )}
    </section>
  );
}

const KINK = { top: 'kindTop', start: 'kindStart', bend: 'kindBend', jump: 'kindJump' } as const;
const kinkText = (kind: keyof typeof KINK, at: string, say: SayCompare): string =>
  say(KINK[kind], { at: kind === 'start' ? shortMoneyText(at) : moneyText(at) });
