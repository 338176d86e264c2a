import { useEffect, useState } from 'react';
import type { Yuan } from '../../../runtime/answer.ts';
import type { NamedCurve } from '../../charts/CostCurve.tsx';
import { CostCurve, CurveTable } from '../../charts/CostCurve.tsx';
import { askCurve } from '../../loop/loop.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { visitChanged } from '../../store/visits.ts';
import { absoluteMoney, compareMoney, moneyDifference, moneyText, roomyAbove } from '../../strings/money.ts';
import type { Say } from '../../strings/strings.ts';
import { useWords } from '../../strings/use-words.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { billTyped } from './bill.ts';
import styles from './Result.module.css';
import { currentAnswer } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** Points asked for along the axis; turning points come on top. */
const POINTS = 60;

/** What the patient would pay with another amount in one part of the bill; moving the dot changes the visit. */
export function CurvePane({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { summary, visit, patient, state } = desk;
  const parts = summary.bill?.parts ?? [];
  const [chosen, choose] = useState(parts[0] ?? '');
  const part = parts.includes(chosen) ? chosen : (parts[0] ?? '');
  const [upTo, holdAxis] = useAxisEnd(`${visit.id} ${part}`, visit.fields[part]);
  // The answer stands for everything the curve depends on: it is asked for again when that changes.
  const { settlement } = state;
  useEffect(() => {
    if (settlement?.answers.some((answer) => answer.event === visit.id) && part !== '') void askCurve({ part, upTo, points: POINTS });
  }, [settlement, visit.id, part, upTo]);
  const { curve } = state;
  const { bill } = summary;
  const lines = currentAnswer(state)?.explanation?.lines ?? [];
  if (curve === undefined || curve.part !== part || curve.points.length < 2 || !bill) return null;
  const formOf = (cause: string | undefined): string | undefined =>
    lines.find((line) => line.address === cause || `${line.policy ?? ''}.${line.address}` === cause)?.form;
  const named: NamedCurve = {
    ...curve,
    kinks: curve.kinks.map((kink) => ({
      ...kink,
      cause: kinkName(formOf(kink.cause), kink.cause ?? '', say),
      ...(kink.then === undefined ? {} : { note: say('curveThen', { yuan: kink.then }) }),
    })),
    cliffs: curve.cliffs.map((cliff) => ({
      ...cliff,
      cause: say(compareMoney(cliff.personal, cliff.before) > 0 ? 'cliffUp' : 'cliffDown', {
        by: moneyText(absoluteMoney(moneyDifference(cliff.personal, cliff.before))),
      }),
      ...(cliff.cause === undefined ? {} : { note: cliff.cause }),
    })),
  };
  return (
    <div className={styles.curve}>
      <div className={styles.curveHead}>
        <h3>{say('curve')}</h3>
        <span className={styles.legend}>
          <i className={styles.linePersonal} /> {say('curveY')} <i className={styles.lineFunds} /> {say('curveFunds')}
        </span>
        <span className={styles.hint}>{say('curveHint')}</span>
        <span className={styles.grow} />
        {parts.length > 1 ? (
          <Segmented label={say('curveAlong')} options={parts.map((one) => ({ value: one, text: one }))} value={part} onChange={choose} />
        ) : null}
      </div>
      <CurveTable
        curve={named}
        label={say('curve')}
        xLabel={say('curveX', { part })}
        yLabel={say('curveY')}
        fundsLabel={say('curveFunds')}
      />
      <CostCurve
        curve={named}
        label={say('curveLabel', { part })}
        xLabel={say('curveX', { part })}
        yLabel={say('curveY')}
        hereText={(at, personal) => say('curveHere', { at: moneyText(at), personal: moneyText(personal) })}
        onMove={(at) => {
          holdAxis(at);
          change((now) => visitChanged(now, patient.id, visit.id, (one) => billTyped({ ...one, gap: bill.total }, bill, part, at)));
        }}
      />
    </div>
  );
}

/** An axis that stands still because its dot was moved to `at`. */
interface HeldAxis {
  readonly subject: string;
  readonly at: Yuan;
  readonly upTo: Yuan;
}

/** The end of the axis: round and roomy, but the one it was while the dot is moved along it. */
function useAxisEnd(subject: string, value: FieldValue | undefined): readonly [upTo: Yuan, hold: (at: Yuan) => void] {
  const amount = typeof value === 'string' ? value : '0.00';
  const [held, setHeld] = useState<HeldAxis | undefined>(undefined);
  const stays = held !== undefined && held.subject === subject && held.at === amount && compareMoney(amount, held.upTo) <= 0;
  const upTo = stays ? held.upTo : roomyAbove(amount);
  return [upTo, (at) => setHeld({ subject, at, upTo })];
}

/** Why the line bends here, in the words of the field. */
const kinkName = (form: string | undefined, address: string, say: Say<(typeof simulateWords)['book']>): string => {
  if (form === 'deductible') return say('kinkDeductible');
  if (form === 'payment' || form === 'expenseCap') return say('kinkCap');
  return address;
};
