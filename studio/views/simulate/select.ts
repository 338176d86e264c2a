/** What the simulate view shows, as pure functions of stores and answer. */
import type { Allotted, Answer, ExplanationLine, Sums, WaterfallBar, Yuan } from '../../../runtime/answer.ts';
import type { Payer } from '../../../runtime/ir/types.ts';
import type { PayerTone } from '../../charts/payers.ts';
import { toneOf } from '../../charts/payers.ts';
import type { FieldValue, SampleEncounter, SimulationState } from '../../store/simulation.ts';
import { currentEncounter, currentPatient } from '../../store/simulation.ts';
import { addsUp, isZero, moneyText, shortMoneyText, sumText } from '../../strings/money.ts';
import type { Say } from '../../strings/strings.ts';
import type { CellState, Heeds, PolicySummary } from '../../worker/protocol.ts';
import type { simulateWords } from './strings.ts';

/** The answer about one visit. Undefined while it is being worked out for the first time. */
export const answerTo = (state: SimulationState, visit: SampleEncounter | undefined): Answer | undefined =>
  visit === undefined || state.settledPatient !== currentPatient(state)?.id
    ? undefined
    : state.settlement?.answers.find((answer) => answer.event === visit.id);

/** The answer on the desk. */
export const currentAnswer = (state: SimulationState): Answer | undefined => answerTo(state, currentEncounter(state));

/** Which fields a visit's answer rests on; undefined while it is being worked out for the first time, and for a reversal or correction. */
export const heedsOf = (state: SimulationState, visit: SampleEncounter): Heeds | undefined => {
  if (state.settledPatient !== currentPatient(state)?.id) return undefined;
  const at = state.settlement?.answers.findIndex((answer) => answer.event === visit.id) ?? -1;
  return state.settlement?.heeds[at];
};

/** A value of a field in words. */
export const shownValue = (value: FieldValue | undefined, say: Say<(typeof simulateWords)['book']>): string => {
  if (value === undefined) return say('notGiven');
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'string') return /^-?\d+\.\d{2}$/.test(value) ? moneyText(value) : value;
  return typeof value === 'number' ? String(value) : value.length === 0 ? say('none') : value.join(say('listed'));
};

/** One figure of the headline. */
export interface HeadlineFigure {
  readonly key: string;
  /** Payers' names; several when the shares among them are open. */
  readonly payers: readonly string[];
  readonly amount: Yuan;
  readonly tone: PayerTone | 'ghost';
  readonly role: 'total' | 'paid' | 'due' | 'payer' | 'deferred' | 'account' | 'cash' | 'personal';
  readonly shareOpen: boolean;
}

/** Payer by name. */
export const payerNamed = (summary: PolicySummary | undefined, name: string | undefined): Payer | undefined =>
  summary?.payers.find((payer) => payer.name === name);

/** Colour of a payer by name. */
export const toneOfName =
  (summary: PolicySummary | undefined) =>
  (name: string | undefined): PayerTone =>
    toneOf(payerNamed(summary, name));

/**
 * Total and who pays: each payer that posted, then account and cash (or the person, where the policy has no account).
 * A payer that posted twice stands twice: nothing is added up here.
 */
export function headlineOf(answer: Answer, summary: PolicySummary | undefined): readonly HeadlineFigure[] {
  const { totals } = answer;
  if (!totals) return answer.sums ? headlineOfSums(answer.sums, answer, summary) : [];
  const tone = toneOfName(summary);
  const isAccount = (name: string | undefined): boolean => payerNamed(summary, name)?.of === 'account';
  const payers = answer.postings
    .filter((posting) => !isAccount(posting.payers[0]))
    .map(
      (posting): HeadlineFigure => ({
        key: posting.address,
        payers: posting.payers,
        amount: posting.amount,
        tone: tone(posting.payers[0]),
        role: 'payer',
        shareOpen: posting.shareOpen !== undefined,
      }),
    );
  const withAccount = !isZero(totals.account) || summary?.payers.some((payer) => payer.of === 'account') === true;
  const person: HeadlineFigure[] = withAccount
    ? [
        { key: 'account', payers: [], amount: totals.account, tone: 'acct', role: 'account', shareOpen: false },
        { key: 'cash', payers: [], amount: totals.cash, tone: 'cash', role: 'cash', shareOpen: false },
      ]
    : [{ key: 'personal', payers: [], amount: totals.personal, tone: 'cash', role: 'personal', shareOpen: false }];
  return [
    { key: 'total', payers: [], amount: totals.total, tone: 'ghost', role: 'total', shareOpen: false },
    ...mergeZero(payers),
    ...person,
  ];
}

/** An answer without a bill: what is paid or due, then what it is made of. */
function headlineOfSums(sums: Sums, answer: Answer, summary: PolicySummary | undefined): readonly HeadlineFigure[] {
  const tone = toneOfName(summary);
  const whole = (role: 'paid' | 'due', amount: Yuan): HeadlineFigure => ({ ...FIGURE, key: role, amount, tone: 'ghost', role });
  switch (sums.entry) {
    case 'cashBenefit':
      return [
        whole('paid', sums.paid),
        { ...FIGURE, key: 'account', amount: sums.account, tone: 'acct', role: 'account' },
        { ...FIGURE, key: 'cash', amount: sums.cash, tone: 'cash', role: 'cash' },
      ];
    case 'contribution': {
      const shares = sums.payers.flatMap(({ payer, now, deferred }): HeadlineFigure[] => {
        const own = { ...FIGURE, payers: [payer], tone: tone(payer) };
        const later: HeadlineFigure = { ...own, key: `${payer} later`, amount: deferred, role: 'deferred' };
        const paid: HeadlineFigure = { ...own, key: payer, amount: now, role: 'payer' };
        return isZero(deferred) ? [paid] : isZero(now) ? [later] : [paid, later];
      });
      return [whole('due', sums.due), ...shares];
    }
    case 'clearing': {
      const payers = answer.postings.map(
        (posting): HeadlineFigure => ({
          ...FIGURE,
          key: posting.address,
          payers: posting.payers,
          amount: posting.amount,
          tone: tone(posting.payers[0]),
          role: 'payer',
          shareOpen: posting.shareOpen !== undefined,
        }),
      );
      return [whole('paid', sums.paid), ...mergeZero(payers)];
    }
  }
}

const FIGURE = { payers: [], shareOpen: false } as const;

/** What each item of a batch gets, by payment, in the order of the list. */
export const allottedOf = (answer: Answer): readonly { readonly address: string; readonly allotted: Allotted }[] =>
  answer.postings.flatMap(({ address, allotted }) => (allotted ? [{ address, allotted }] : []));

/** Payments of 0 by a payer that also pays something else are left out; a lone 0 stays, it is an answer. */
const mergeZero = (figures: readonly HeadlineFigure[]): readonly HeadlineFigure[] =>
  figures.filter(
    (figure) =>
      !isZero(figure.amount) ||
      !figures.some(
        (other) =>
          other !== figure &&
          other.payers.join() === figure.payers.join() &&
          (!isZero(other.amount) || figures.indexOf(other) < figures.indexOf(figure)),
      ),
  );

/** "1,300 + 860 + 2,160 = 4,320" with whether it holds to the fen. The sum is the answer's own total. */
export function balanceLine(figures: readonly HeadlineFigure[]): { readonly text: string; readonly holds: boolean } | undefined {
  const [total, ...rest] = figures;
  if (!total || rest.length === 0) return undefined;
  return {
    text: `${sumText(rest.map((figure) => figure.amount))} = ${shortMoneyText(total.amount)}`,
    holds: addsUp(
      rest.map((figure) => figure.amount),
      total.amount,
    ),
  };
}

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A line of the explanation with its number, and what it belongs to. */
export interface Step {
  readonly line: ExplanationLine;
  readonly mark: string;
  /** Says what the others are made of; folded away at first. */
  readonly supporting: boolean;
}

const SUPPORTING = new Set(['applies', 'base', 'ratio', 'standard', 'limit', 'used', 'parameter']);

/** Lines in order of dependence; those that carry the result are numbered. */
export function stepsOf(answer: Answer | undefined): readonly Step[] {
  let number = 0;
  const cutExpense = answer?.explanation?.waterfall.some((bar) => bar.kind === 'over') ?? false;
  return (answer?.explanation?.lines ?? []).map((line) => {
    // What enters is worth a step of its own only where a cap on expense cut it.
    const supporting = SUPPORTING.has(line.form) || (line.form === 'expenseCap' && !cutExpense);
    if (!supporting) number += 1;
    return { line, supporting, mark: supporting ? '·' : (MARKS[number - 1] ?? String(number)) };
  });
}

/** A cell of the ledger before and after the visit. */
export interface CellChange {
  readonly accumulator: string;
  /** Period and other keys, without the person. */
  readonly keys: string;
  readonly before: CellState | undefined;
  readonly after: CellState | undefined;
}

const sameCell = (a: CellState, b: CellState): boolean =>
  a.accumulator === b.accumulator && a.keys.join('\u0000') === b.keys.join('\u0000');

/** The cells of this person around a visit, those that it changed first. */
export function cellsAround(state: SimulationState): readonly CellChange[] {
  const patient = currentPatient(state);
  const visit = currentEncounter(state);
  if (!patient || !visit || !state.settlement || state.settledPatient !== patient.id) return [];
  const at = state.settlement.answers.findIndex((answer) => answer.event === visit.id);
  if (at < 0) return [];
  const after = state.settlement.cells[at] ?? [];
  const before = at === 0 ? [] : (state.settlement.cells[at - 1] ?? []);
  const gone = before.filter((cell) => !after.some((other) => sameCell(cell, other)));
  const changes = [...after, ...gone].map(
    (cell): CellChange => ({
      accumulator: cell.accumulator,
      keys: cell.keys.filter((key) => key !== patient.name).join(' · '),
      before: before.find((other) => sameCell(cell, other)),
      after: after.find((other) => sameCell(cell, other)),
    }),
  );
  const changed = (change: CellChange): boolean => change.before?.value !== change.after?.value;
  return [...changes.filter(changed), ...changes.filter((change) => !changed(change))];
}

/** What an accumulator is counted against. */
export interface CountedAgainst {
  readonly amount: Yuan;
  /** A deductible that is met is good news, a cap that is used up is not. */
  readonly kind: 'deductible' | 'cap';
}

/**
 * The line or cap that an accumulator is counted against, as the explanation states it: what has been counted and the line or cap are read by
 * the same step. Undefined when no step of this answer counts it.
 */
export function countedAgainst(state: SimulationState, accumulator: string): CountedAgainst | undefined {
  const lines = currentAnswer(state)?.explanation?.lines ?? [];
  const used = lines.find((line) => line.form === 'used' && line.address.endsWith(`[${accumulator}]`))?.address;
  const reader = used === undefined ? undefined : lines.find((line) => line.reads.includes(used));
  const against = lines.find(
    (line) => (line.form === 'limit' || line.form === 'standard') && reader?.reads.includes(line.address) === true,
  );
  if (against?.value.kind !== 'money') return undefined;
  return { amount: against.value.text, kind: against.form === 'limit' ? 'cap' : 'deductible' };
}

/** The accumulators that a step reads, as the explanation states it. */
export function accumulatorsRead(state: SimulationState, address: string | undefined): readonly string[] {
  const line = currentAnswer(state)?.explanation?.lines.find((one) => one.address === address);
  return (line?.reads ?? []).flatMap((read) => /\[(.+)\]$/.exec(read)?.[1] ?? []);
}

/** A line's value in one piece of text. */
export const valueText = (line: ExplanationLine): string => {
  switch (line.value.kind) {
    case 'money':
      return moneyText(line.value.text);
    case 'other':
      return line.value.text;
    case 'open':
      return '?';
  }
};

/** What a bar of the waterfall is called: parts and payments by the policy's own names, the rest in the language of the page. */
export const barName = (bar: WaterfallBar, say: Say<(typeof simulateWords)['book']>, { sums }: Pick<Answer, 'sums'> = {}): string => {
  switch (bar.kind) {
    case 'part':
      return bar.label;
    case 'posting':
      return bar.payer ?? bar.label;
    case 'total':
      return say(!sums ? 'total' : sums.entry === 'contribution' ? 'due' : 'paid');
    case 'deductible':
    case 'copay':
    case 'over':
    case 'capCut':
    case 'personal':
    case 'account':
    case 'cash':
      return say(bar.kind);
  }
};

/** The step to look at first: the one whose cap cut, else the ratio applied, else whatever carries the result. */
export function mostTelling(answer: Answer | undefined): string | undefined {
  const cut = answer?.explanation?.waterfall.find((bar) => bar.kind === 'capCut')?.address;
  const lines = answer?.explanation?.lines ?? [];
  return cut ?? (lines.find((line) => line.form === 'payable') ?? lines.find((line) => !SUPPORTING.has(line.form)))?.address;
}
