import type { Answer } from '../../../runtime/answer.ts';
import { moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Money } from '../../ui/Money.tsx';
import styles from './Revisions.module.css';
import type { Revised } from './revised.ts';
import { revisedBy, revisedLater } from './revised.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

const EFFECT = {
  booked: 'revisedBooked',
  reported: 'revisedReported',
  unsettled: 'revisedUnsettled',
  corrected: 'revisedCorrected',
  joined: 'revisedJoined',
  backPaid: 'revisedBackPaid',
} as const;

/** The other visits that this one changes: what they came to before, and what they come to now. */
export function Revisions({ desk, answer }: { readonly desk: Desk; readonly answer: Answer }) {
  const say = useWords(simulateWords);
  const { patient, summary, visit } = desk;
  const revised = revisedBy(answer, patient, summary);
  if (revised.length === 0)
    return visit.reverses === undefined && visit.corrects === undefined ? null : <p className={styles.none}>{say('revisedNone')}</p>;
  return (
    <table className={styles.revised}>
      <caption>{say('revised')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('visitsHead')}</th>
          <th scope="col">{say('revisedFunds')}</th>
          <th scope="col">{say('personal')}</th>
          <th scope="col">{say('revisedHow')}</th>
        </tr>
      </thead>
      <tbody>
        {revised.map((one) => (
          <tr key={one.visit}>
            <th scope="row">
              <button type="button" onClick={() => change((now) => ({ ...now, encounterId: one.visit, step: undefined }))}>
                {say('revisedVisit', { number: one.number, day: one.day })}
              </button>
            </th>
            <Change of={one.funds} />
            <Change of={one.personal} />
            <td className={styles.effect}>{say(EFFECT[one.effect])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A visit whose result a later event changed: these figures are those it was settled with. */
export function RevisedLater({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { patient, summary, visit, state } = desk;
  const found = revisedLater(state.settlement?.answers ?? [], visit.id, patient, summary);
  const by = found && patient.encounters[found.by - 1];
  if (!found || !by) return null;
  const { effect, funds, personal } = found.revised;
  const pair = ({ before, after }: Revised): string => `${amountText(before)} → ${amountText(after)}`;
  return (
    <p className={styles.later}>
      {say('revisedLater', { number: found.by, how: say(EFFECT[effect]), funds: pair(funds), personal: pair(personal) })}{' '}
      <button type="button" onClick={() => change((now) => ({ ...now, encounterId: by.id, step: undefined }))}>
        {say('seeReviser', { number: found.by })}
      </button>
    </p>
  );
}

const amountText = (amount: string | undefined): string => (amount === undefined ? '—' : moneyText(amount));

function Change({ of: { before, after, changed } }: { readonly of: Revised }) {
  const say = useWords(simulateWords);
  const shown = (amount: string | undefined) => (amount === undefined ? '—' : <Money yuan={amount} />);
  return (
    <td className={styles.amount}>
      {changed ? (
        <>
          <span className="unseen">{say('revisedBefore')}</span> <s>{shown(before)}</s> <span aria-hidden="true">→</span>{' '}
          <b>{shown(after)}</b>
        </>
      ) : (
        shown(after)
      )}
    </td>
  );
}
