/** What a reversal, a correction or a later document changes in visits that were settled before: as rows of a table. */
import type { Answer, Booked, Revision, Yuan } from '../../../runtime/answer.ts';
import type { SamplePatient } from '../../store/simulation.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

/** One visit whose result is not what it was. */
export interface RevisedVisit {
  readonly visit: string;
  /** From 1, in the order of the stream. */
  readonly number: number;
  readonly day: string;
  readonly effect: Revision['effect'];
  readonly funds: Revised;
  readonly personal: Revised;
}

/** An amount before and after; undefined where there was or is none. */
export interface Revised {
  readonly before: Yuan | undefined;
  readonly after: Yuan | undefined;
  readonly changed: boolean;
}

/** The visits that an answer changes, in the order of the stream. */
export function revisedBy(answer: Answer, patient: SamplePatient, summary: PolicySummary): readonly RevisedVisit[] {
  return (answer.revisions ?? [])
    .map(({ event, effect, before, after }): RevisedVisit => {
      const at = patient.encounters.findIndex(({ id }) => id === event);
      const day = patient.encounters[at]?.fields[summary.versionDay];
      const pair = (part: 'funds' | 'personal'): Revised => {
        const [was, is] = [amountOf(before, part), amountOf(after, part)];
        return { before: was, after: is, changed: was !== is };
      };
      return {
        visit: event,
        number: at + 1,
        day: typeof day === 'string' ? day : '',
        effect,
        funds: pair('funds'),
        personal: pair('personal'),
      };
    })
    .toSorted((a, b) => a.number - b.number);
}

/** The last event that changed what a visit came to after it was settled, and what it comes to since; undefined where none did. */
export function revisedLater(
  answers: readonly Answer[],
  visit: string,
  patient: SamplePatient,
  summary: PolicySummary,
): { readonly by: number; readonly revised: RevisedVisit } | undefined {
  for (const answer of answers.toReversed()) {
    if (answer.event === visit) return undefined;
    const revised = revisedBy(answer, patient, summary).find((one) => one.visit === visit && (one.funds.changed || one.personal.changed));
    if (revised) return { by: patient.encounters.findIndex(({ id }) => id === answer.event) + 1, revised };
  }
  return undefined;
}

const amountOf = ({ totals, sums }: Booked, part: 'funds' | 'personal'): Yuan | undefined =>
  totals ? totals[part] : sums && part === 'funds' ? (sums.entry === 'contribution' ? sums.due : sums.paid) : undefined;
