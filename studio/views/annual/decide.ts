/** What the hand decides, as transitions of the store. */
import { benefitsNow } from '../../loop/annual-draft.ts';
import type { AnnualDraft, BenefitDraft, Decision } from '../../store/annual.ts';
import { annual, decided, draftOf, undecided, withDraft } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import type { AnnualReading } from '../../worker/protocol.ts';
import type { AnnualRow } from './select.ts';
import { anchorOf, namesNoVisit, nextTodo, rowsOf } from './select.ts';

/** Decides one number; without a decision it is to be looked at again. */
export function decide(policy: string, number: number, decision: Decision | undefined): void {
  annual.setState((state) => {
    const { [number]: _, ...rest } = draftOf(state, policy).decisions;
    return decided(state, policy, { decisions: decision ? { ...rest, [number]: decision } : rest });
  });
}

/** What is typed into a cell, before it is accepted. */
export function typeOver(policy: string, number: number, text: string): void {
  annual.setState((state) => withDraft(state, policy, { typed: { ...draftOf(state, policy).typed, [number]: text } }));
}

/** Changes one new benefit. */
export function changeBenefit(found: AnnualReading, policy: string, index: number, change: Partial<BenefitDraft>): void {
  annual.setState((state) => {
    const benefits = benefitsNow(found, draftOf(state, policy)).map((one, at) => (at === index ? { ...one, ...change } : one));
    return decided(state, policy, { benefits });
  });
}

/** Says which rule a sentence ends; none with an empty text. */
export function endRule(policy: string, sentence: number, path: string): void {
  annual.setState((state) => decided(state, policy, { ended: { ...draftOf(state, policy).ended, [sentence]: path } }));
}

/** Looks at a number: its row takes the focus. */
export const lookAt = (number: number | undefined): void => annualFound.setState({ current: number });

/** Goes on to the next row that has not been looked at, from one on. */
export function goOn(found: AnnualReading, policy: string, from: number | undefined): void {
  const { rows } = rowsOf(found, draftOf(annual.getState(), policy), annualFound.getState().written);
  const next = nextTodo(rows, from);
  if (next) lookAt(anchorOf(next));
}

/** Accepts what a row proposes. */
export function acceptRow(found: AnnualReading, policy: string, row: AnnualRow): void {
  if (row.kind === 'value') decide(policy, row.number.index, { kind: 'accept', path: row.value.path, text: row.text });
  else if (row.kind === 'benefit') changeBenefit(found, policy, row.index, { taken: 'yes' });
  else if (row.kind === 'unit' || row.kind === 'when') decide(policy, row.number.index, { kind: 'keep' });
}

/** Accepts every proposal that has not been looked at, as one step, but none that the notice's own arithmetic contradicts and no benefit that is for no visit yet; questions stay as they are. */
export function acceptAll(found: AnnualReading, draft: AnnualDraft): void {
  const { rows } = rowsOf(found, draft, annualFound.getState().written);
  const decisions = { ...draft.decisions };
  const benefits = [...benefitsNow(found, draft)];
  for (const row of rows) {
    // What the notice itself contradicts is looked at one by one.
    if (row.state !== 'todo' || (row.kind === 'value' && row.check?.verdict === 'differs')) continue;
    if (row.kind === 'value') decisions[row.number.index] = { kind: 'accept', path: row.value.path, text: row.text };
    else if (row.kind === 'benefit') {
      if (!namesNoVisit(row.benefit)) benefits[row.index] = { ...row.benefit, taken: 'yes' };
    } else if (row.kind === 'unit' || row.kind === 'when') decisions[row.number.index] = { kind: 'keep' };
  }
  annual.setState((state) => decided(state, draft.policy, { decisions, benefits }));
}

/** Takes the last decision back. */
export const takeBack = (policy: string): void => annual.setState((state) => undecided(state, policy));

/** A day of the amendment; without one it is as the notice says. */
export function changeDay(draft: AnnualDraft, which: 'effective' | 'published' | 'publishedBy', day: string | undefined): void {
  annual.setState((state) => {
    if (day !== undefined) return withDraft(state, draft.policy, { [which]: day });
    const { [which]: _, ...rest } = draft;
    return { ...state, drafts: { ...state.drafts, [draft.policy]: rest } };
  });
}
