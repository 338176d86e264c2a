import type { Answer } from '../../../runtime/answer.ts';
import type { PayerShare } from '../../charts/PayerBar.tsx';
import { PayerBar } from '../../charts/PayerBar.tsx';
import type { SampleEncounter } from '../../store/simulation.ts';
import { moneyText } from '../../strings/money.ts';
import type { Say } from '../../strings/strings.ts';
import { useWords } from '../../strings/use-words.ts';
import { Money } from '../../ui/Money.tsx';
import type { PolicySummary } from '../../worker/protocol.ts';
import { formOf } from './form.ts';
import { figureName } from './Headline.tsx';
import type { Revised } from './revised.ts';
import { revisedLater } from './revised.ts';
import { headlineOf, shownValue } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import styles from './Visits.module.css';

/** A visit in two lines: when and what, total, and who paid it. */
export function VisitLine({
  desk,
  visit,
  answer,
}: {
  readonly desk: Desk;
  readonly visit: SampleEncounter;
  readonly answer: Answer | undefined;
}) {
  const say = useWords(simulateWords);
  const { summary, patient } = desk;
  const dayOf = (one: SampleEncounter | undefined): string => {
    const day = one?.fields[summary.versionDay];
    return typeof day === 'string' ? day : say('noDay');
  };
  if (visit.reverses !== undefined) {
    return (
      <span className={styles.line}>{say('reversalOf', { day: dayOf(patient.encounters.find((one) => one.id === visit.reverses)) })}</span>
    );
  }
  if (visit.corrects !== undefined) {
    return (
      <>
        <span className={styles.line}>
          {say('correctionOfDay', { day: dayOf(patient.encounters.find((one) => one.id === visit.corrects)) })}
        </span>
        <span className={styles.second}>
          {Object.entries(visit.fields)
            .map(([name, value]) => `${name} ${shownValue(value, say)}`)
            .join(say('listed')) || say('correctionNothing')}
        </span>
      </>
    );
  }
  const choices = formOf(summary).visit.flatMap((field) => {
    const value = visit.fields[field.name];
    // The national fields tell visits apart; the policy's own would crowd the line.
    return field.type.kind === 'enum' && field.interfaceName !== undefined && typeof value === 'string' ? [value] : [];
  });
  const total = summary.bill === undefined ? undefined : visit.fields[summary.bill.total];
  const totals = answer?.status === 'settled' ? answer.totals : undefined;
  // What it came to when it was settled, and since a later visit of this list changed it, what it comes to now.
  const later = totals && revisedLater(desk.state.settlement?.answers ?? [], visit.id, patient, summary)?.revised;
  const amount = (settled: string, revised: Revised | undefined): string =>
    revised?.changed ? `${moneyText(settled)} → ${revised.after === undefined ? '—' : moneyText(revised.after)}` : moneyText(settled);
  return (
    <>
      <span className={styles.line}>
        <span className={styles.what}>
          <b>{dayOf(visit)}</b> {[...(visit.person === undefined ? [] : [visit.person]), ...choices].join(' · ')}
        </span>
        {typeof total === 'string' ? <Money yuan={total} /> : null}
      </span>
      <span className={styles.second}>
        {totals ? (
          <>
            <span>{say('fundsShort', { amount: amount(totals.funds, later?.funds) })}</span>
            <span>{say('personShort', { amount: amount(totals.personal, later?.personal) })}</span>
          </>
        ) : (
          <span className={answer === undefined ? undefined : styles[answer.status]}>{answer === undefined ? '' : say(answer.status)}</span>
        )}
      </span>
      {answer !== undefined && totals && !later ? <PayerBar whole={totals.total} shares={sharesOf(answer, summary, say)} /> : null}
    </>
  );
}

/** Who pays a visit, without the total. */
const sharesOf = (answer: Answer, summary: PolicySummary, say: Say<(typeof simulateWords)['book']>): readonly PayerShare[] =>
  headlineOf(answer, summary).flatMap((figure) =>
    figure.tone === 'ghost' ? [] : [{ name: figureName(figure, say), amount: figure.amount, tone: figure.tone }],
  );
