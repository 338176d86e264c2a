/** What the yearly change shows, as pure functions of the stores. */
import type { NoticeNumber } from '../../../language/notice/notice-number.ts';
import type { Proposal } from '../../../language/notice/proposal.ts';
import type { StandingValue } from '../../../language/values/standing-value.ts';
import { benefitsNow } from '../../loop/annual-draft.ts';
import type { AnnualDraft, BenefitDraft, Decision } from '../../store/annual.ts';
import type { AmendReply, AnnualReading } from '../../worker/protocol.ts';

export type RowState = 'todo' | 'done' | 'open';

/** A number with a value of the policy. */
export interface ValueRow {
  readonly kind: 'value';
  readonly number: NoticeNumber;
  readonly mark: number;
  readonly value: StandingValue;
  /** As it would be written now. */
  readonly text: string;
  readonly proposed: string;
  readonly decision: Decision | undefined;
  readonly state: RowState;
  readonly check: AmendReply['checks'][number] | undefined;
}

/** A number whose meaning is to be decided. */
export interface QuestionRow {
  readonly kind: 'unit' | 'when' | 'unclear';
  readonly number: NoticeNumber;
  readonly mark: number;
  readonly proposal: Proposal;
  readonly value: StandingValue | undefined;
  readonly decision: Decision | undefined;
  readonly state: RowState;
}

/** A new benefit with the marks of its numbers. */
export interface BenefitRow {
  readonly kind: 'benefit';
  readonly index: number;
  readonly benefit: BenefitDraft;
  readonly marks: Readonly<Record<string, number>>;
  readonly state: RowState;
}

export type AnnualRow = ValueRow | QuestionRow | BenefitRow;

export interface AnnualRows {
  readonly rows: readonly AnnualRow[];
  readonly groups: readonly { readonly name: string; readonly rows: readonly ValueRow[] }[];
  readonly benefits: readonly BenefitRow[];
  readonly questions: readonly QuestionRow[];
  /** Mark and state of each number that has one. */
  readonly marks: ReadonlyMap<number, { readonly mark: number; readonly state: RowState; readonly kind: AnnualRow['kind'] }>;
  readonly others: readonly Proposal[];
  /** How many rules end. */
  readonly ended: number;
  readonly count: { readonly all: number; readonly done: number; readonly open: number; readonly todo: number };
}

const stateOf = (decision: Decision | undefined): RowState =>
  decision === undefined ? 'todo' : decision.kind === 'open' || decision.kind === 'assume' || decision.kind === 'keep' ? 'open' : 'done';

/** Every number that needs a look, in the order of work: changes by benefit, then what is new, then the questions. */
export function rowsOf(annual: AnnualReading, draft: AnnualDraft, written: AmendReply | undefined): AnnualRows {
  const { numbers, proposals } = annual.reading;
  const values = new Map(annual.values.map((value) => [value.path, value]));
  const checks = new Map(written?.checks.map((check) => [check.number, check]));
  const marks = new Map<number, { readonly mark: number; readonly state: RowState; readonly kind: AnnualRow['kind'] }>();
  const valueRows: Omit<ValueRow, 'mark'>[] = [];
  const asked: Omit<QuestionRow, 'mark'>[] = [];
  const others: Proposal[] = [];
  for (const proposal of proposals) {
    const number = numbers[proposal.number];
    if (!number) continue;
    const decision = draft.decisions[proposal.number];
    const path =
      decision?.kind === 'accept'
        ? decision.path
        : 'path' in proposal.to && proposal.to.kind !== 'elsewhere'
          ? proposal.to.path
          : undefined;
    const value = path === undefined ? undefined : values.get(path);
    const moved = decision?.kind === 'accept' && proposal.to.kind !== 'question';
    if (value && (proposal.to.kind === 'change' || moved)) {
      const proposed = proposal.text ?? number.text;
      const text = decision?.kind === 'accept' ? decision.text : (draft.typed[proposal.number] ?? proposed);
      valueRows.push({
        kind: 'value',
        number,
        value,
        text,
        proposed,
        decision,
        state: stateOf(decision),
        check: checks.get(proposal.number),
      });
    } else if (proposal.to.kind === 'question' || proposal.to.kind === 'unclear')
      asked.push({
        kind: proposal.to.kind === 'unclear' ? 'unclear' : proposal.to.why === 'when' ? 'when' : 'unit',
        number,
        proposal,
        value,
        decision,
        state: stateOf(decision),
      });
    else if (proposal.to.kind !== 'new') others.push(proposal);
  }
  let mark = 0;
  const numbered = <Row extends { readonly number: NoticeNumber; readonly state: RowState; readonly kind: AnnualRow['kind'] }>(
    row: Row,
  ) => {
    mark += 1;
    marks.set(row.number.index, { mark, state: row.state, kind: row.kind });
    return { ...row, mark };
  };
  const names = [...new Set(valueRows.map(({ value }) => value.group.name))];
  const groups = names.map((name) => ({ name, rows: valueRows.filter(({ value }) => value.group.name === name).map(numbered) }));
  const benefits = benefitsNow(annual, draft).map((benefit, index): BenefitRow => {
    const state: RowState = benefit.taken === 'undecided' ? 'todo' : 'done';
    const own: Record<string, number> = {};
    for (const number of benefit.numbers) {
      mark += 1;
      marks.set(number, { mark, state, kind: 'benefit' });
      own[number] = mark;
    }
    return { kind: 'benefit', index, benefit, marks: own, state };
  });
  const questions = asked.map(numbered);
  const states = [...marks.values()];
  const counted = (state: RowState): number => states.filter((one) => one.state === state).length;
  return {
    rows: [...groups.flatMap((group) => group.rows), ...benefits, ...questions],
    groups,
    benefits,
    questions,
    marks,
    others,
    ended: Object.values(draft.ended ?? {}).filter((path) => path !== '').length,
    count: { all: states.length, done: counted('done'), open: counted('open'), todo: counted('todo') },
  };
}

/** A new benefit that is for no visit yet cannot be written: whom it is for is ticked first. */
export const namesNoVisit = ({ applies }: Pick<BenefitDraft, 'applies'>): boolean => applies.all.length > 0 && applies.values.length === 0;

/** Nothing would be written: what stands as it stood changes no word. */
export const nothingDecided = ({ rows, ended }: AnnualRows): boolean =>
  ended === 0 &&
  !rows.some((row) =>
    row.kind === 'benefit'
      ? row.benefit.taken === 'yes'
      : row.decision !== undefined && row.decision.kind !== 'keep' && row.decision.kind !== 'notARule',
  );

/** The number by which a row is found. */
export const anchorOf = (row: AnnualRow): number => (row.kind === 'benefit' ? (row.benefit.numbers[0] ?? -1) : row.number.index);

/** The next row that has not been looked at, from one on; undefined when there is none. */
export function nextTodo(rows: readonly AnnualRow[], from: number | undefined): AnnualRow | undefined {
  const at = rows.findIndex((row) => anchorOf(row) === from);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => row.state === 'todo' && anchorOf(row) !== from);
}

/** What is typed into a cell with the unit that its place wants: 60 becomes 60%. Undefined when it reads as nothing of the kind. */
export function withUnit(typed: string, kind: StandingValue['kind']): string | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/gu, '');
  const unit = UNITS[kind];
  if (unit === undefined) return text === '' ? undefined : text;
  if (/^\d+(\.\d+)?$/u.test(text)) return `${text}${unit}`;
  return SHAPES[kind]?.test(text) ? text : undefined;
}

const UNITS: Readonly<Partial<Record<StandingValue['kind'], string>>> = {
  money: '元',
  ratio: '%',
  points: '个百分点',
  months: '个月',
  days: '天',
};
const SHAPES: Readonly<Partial<Record<StandingValue['kind'], RegExp>>> = {
  money: /^\d+(\.\d{1,6})?[千万亿]?元$/u,
  ratio: /^\d+(\.\d+)?[%‰]$/u,
  points: /^\d+(\.\d+)?个百分点$/u,
  months: /^\d+(个月|年)$/u,
  days: /^\d+天$/u,
};

/** What a cell of a kind looks like. */
export const SAMPLES: Readonly<Partial<Record<StandingValue['kind'], string>>> = {
  money: '2000元',
  ratio: '75%',
  points: '5个百分点',
  months: '6个月',
  days: '15天',
};

/** The reason for a change whose own day is left open. Stands in the rules, in their language. */
export const laterReason = '原文未写这一处从哪天起执行';

/** Why a step is left open, as it stands in the rules: in their language, without quotes inside quotes. */
export const unitReason = (text: string): string => `原文写${text.replace(/[“”]/gu, '')}，未写是百分点还是相对比例`;

/** Money of a rule with separators: 1000元 as 1,000 元. */
export const shownText = (text: string): string =>
  text.replace(
    /^(\d+)((?:\.\d+)?)(万?元)$/u,
    (_, whole: string, part: string, unit: string) => `${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}${part} ${unit}`,
  );
