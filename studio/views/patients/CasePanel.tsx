import type { ReactNode } from 'react';
import { CapBars } from '../../charts/CapBars.tsx';
import { reveal } from '../../loop/loop.ts';
import { differencesIn } from '../../store/review-outcome.ts';
import { moneyDifference, moneyText, shortMoneyText } from '../../strings/money.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { IconButton, Keys } from '../../ui/Button.tsx';
import { Money } from '../../ui/Money.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Pane } from '../../ui/Pane.tsx';
import type { FoundCause, Ground } from '../../worker/protocol.ts';
import styles from './Case.module.css';
import { figure, figureText } from './Cells.tsx';
import { causeWords } from './cause-words.ts';
import { capEvidence, quotePieces } from './evidence.ts';
import { Links } from './Links.tsx';
import { OpenCase } from './OpenCase.tsx';
import { Settled } from './Settled.tsx';
import { StuckCase } from './StuckCase.tsx';
import type { Case, Group } from './select.ts';
import { yuanIn } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

interface CasePanelProps {
  readonly table: Table;
  readonly onStep: (by: 1 | -1) => void;
  /** What can be decided about this case, where it differs. */
  readonly decision: ReactNode;
}

/** One case: why it is what it is, the sentence it rests on, and what can be done about it. */
export function CasePanel({ table, onStep, decision }: CasePanelProps) {
  const say = useWords(patientsWords);
  const { chosen, group } = table;
  if (!chosen || !group)
    return (
      <Pane icon="person" title={say('panel')} paneId="case">
        <Empty title={say('nothingChosen')} />
      </Pane>
    );
  const differs = differencesIn(chosen.reviewed).length > 0;
  return (
    <Pane
      icon="person"
      title={say('caseTitle', { number: chosen.number })}
      hint={chosen.patient.name}
      paneId="case"
      bare
      extra={
        <span className={styles.steps}>
          <Keys>{say('stepKeys')}</Keys>
          <IconButton icon="up" size={24} label={say('previous')} onClick={() => onStep(-1)} />
          <IconButton icon="down" size={24} label={say('next')} onClick={() => onStep(1)} />
        </span>
      }
    >
      {differs ? (
        <>
          <Figures one={chosen} />
          <Wherefore table={table} one={chosen} group={group} />
          {decision}
        </>
      ) : chosen.outcome === 'open' ? (
        <OpenCase key={chosen.patient.id} table={table} one={chosen} group={group} />
      ) : (
        <>
          {chosen.outcome === 'stuck' ? <StuckCase key={chosen.patient.id} table={table} one={chosen} group={group} /> : null}
          <Settled table={table} one={chosen} />
        </>
      )}
    </Pane>
  );
}

/** What came, what was expected and how far they are apart, for the first value that differs; the others in a line each. */
function Figures({ one }: { readonly one: Case }) {
  const say = useWords(patientsWords);
  const [first, ...others] = differencesIn(one.reviewed);
  if (!first) return null;
  const actual = yuanIn(first.actual);
  const expected = yuanIn(first.expected);
  return (
    <div className={styles.zone}>
      <dl className={styles.trio}>
        <div>
          <dt>{say('actual', { label: first.label.replaceAll('.', ' ') })}</dt>
          <dd className={styles.verm}>{figure(first.actual)}</dd>
        </div>
        <div>
          <dt>{say('expected')}</dt>
          <dd>{figure(first.expected)}</dd>
        </div>
        {actual === undefined || expected === undefined ? null : (
          <div>
            <dt>{say('difference')}</dt>
            <dd>
              <Money yuan={moneyDifference(actual, expected)} plus />
            </dd>
          </div>
        )}
      </dl>
      {others.map(({ visit, label, actual: came, expected: wanted }) => (
        <p key={`${visit} ${label}`} className={styles.also}>
          {say('alsoDiffers', {
            visit: visit === first.visit ? '' : visit,
            label: label.replaceAll('.', ' '),
            actual: figureText(came),
            expected: figureText(wanted),
          }).trim()}
        </p>
      ))}
    </div>
  );
}

/** One sentence with the numbers, the visits against the cap, the one change that gives the expectation, and the sentence of the notice. */
function Wherefore({ table, one, group }: { readonly table: Table; readonly one: Case; readonly group: Group }) {
  const say = useWords(patientsWords);
  const language = useLanguage();
  const causes = table.state.causes[one.patient.id] ?? [];
  // The cause that the group shares comes first, also where another is more definite.
  const cause = causes.find(({ key }) => key === group.cause?.key) ?? causes[0];
  if (!cause)
    return (
      <div className={styles.zone}>
        <p className={styles.none}>{say(table.state.progress ? 'searching' : 'noCause')}</p>
        <Links one={one} table={table} ground={undefined} />
      </div>
    );
  const { ground } = cause;
  const others = group.cases.filter(({ number }) => number !== one.number);
  const [first] = differencesIn(one.reviewed);
  const { change } = causeWords(cause, say);
  const more = differencesIn(one.reviewed).length - 1;
  const amount = first && yuanIn(first.expected) !== undefined ? figureText(first.expected) : undefined;
  const exact =
    amount === undefined
      ? say('exactlyAll', { change })
      : more > 0
        ? say('exactlyMore', { change, amount, count: more })
        : say('exactly', { change, amount });
  return (
    <div className={styles.zone}>
      {ground ? <p className={styles.sentence}>{sentenceOf(ground[language], say)}</p> : null}
      <Bars table={table} one={one} cause={cause} />
      <p className={styles.cause}>
        <b>{say('wherefore')}</b>
        {exact}
        {others.length > 0
          ? ` ${say('sameCause', { count: others.length, names: others.map(({ number }) => say('caseTitle', { number })).join('、') })}`
          : ''}
      </p>
      {ground ? <Quote ground={ground} /> : null}
      <Links one={one} table={table} ground={ground} />
      <OtherWays causes={causes.filter((other) => other !== cause)} />
    </div>
  );
}

/** A sentence with its numbers; a number that was looked up says what it is before what it was looked up by. */
const sentenceOf = ({ title, detail }: Ground['zh'], say: ReturnType<typeof useWords<(typeof patientsWords)['book']>>): string =>
  detail === '' ? title : /\d/.test(detail) ? detail : say('lookedUp', { title, by: detail });

function Bars({ table, one, cause }: { readonly table: Table; readonly one: Case; readonly cause: FoundCause }) {
  const say = useWords(patientsWords);
  const dayField = table.summaries.find(({ name }) => name === one.patient.policy)?.versionDay ?? '';
  const dayOf = (visit: string): string => {
    const day = one.patient.encounters.find(({ id }) => id === visit)?.fields[dayField];
    return typeof day === 'string' ? day : visit;
  };
  const evidence = capEvidence(one, cause, dayOf);
  if (!evidence) return null;
  const { bars, cap, end, cut } = evidence;
  return (
    <CapBars
      label={say('barsLabel')}
      bars={bars}
      cap={cap}
      end={end}
      capText={say('capLine', { amount: shortMoneyText(cap) })}
      cutText={cut === undefined ? '' : say('cut', { amount: moneyText(cut) })}
    />
  );
}

function Quote({ ground }: { readonly ground: Ground }) {
  const all = ground.citations.map(({ quote }) => quotePieces(quote, ground.row, ground.value));
  // Of several sentences the one that speaks of the number.
  const pieces = all.find((one) => one.some(({ marked }) => marked)) ?? all[0];
  if (!pieces) return null;
  return (
    <blockquote className={styles.quote}>
      {'“'}
      {pieces.map(({ text, marked, at }) => (marked ? <mark key={at}>{text}</mark> : text))}
      {'”'}
    </blockquote>
  );
}

function OtherWays({ causes }: { readonly causes: readonly FoundCause[] }) {
  const say = useWords(patientsWords);
  if (causes.length === 0) return null;
  return (
    <details className={styles.others}>
      <summary>{say('otherWays', { count: causes.length })}</summary>
      <ul>
        {causes.map((cause) => (
          <li key={cause.key}>
            {cause.ground ? (
              <button type="button" onClick={() => cause.ground && reveal(cause.ground.source)}>
                {causeWords(cause, say).change}
              </button>
            ) : (
              causeWords(cause, say).change
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
