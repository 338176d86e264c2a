/** Decisions about a notice as the text of an amendment: each change with the sentence that it comes from. */
import { quoted, spelling } from '../3-check/forms/print.ts';
import { format } from '../format/format.ts';
import type { NewBenefit, NewPart } from './new-benefit.ts';

/** A day that is known, or taken for the time being, or left open with the reason. */
export type DayDecision =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'assumed'; readonly day: string; readonly why: string }
  /** `by`: known to have come by that day, so that what is published later can build on it. */
  | { readonly kind: 'open'; readonly why: string; readonly by?: string };

/** One value with what it becomes, as the rules write them. */
export interface ValueEdit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** The sentence of the notice; empty where there is none. */
  readonly quote: string;
}

/** Everything that an amendment says. */
export interface AmendmentDraft {
  readonly policy: string;
  readonly effective: DayDecision;
  readonly published: DayDecision;
  /** The notice, by the name under which the policy knows it; `declare` when it does not know it yet. */
  readonly document: { readonly alias: string; readonly file: string; readonly declare: boolean };
  readonly edits: readonly ValueEdit[];
  readonly benefits: readonly { readonly benefit: NewBenefit; readonly quotes: readonly string[] }[];
  /** Changes that are whole lines, each with its sentence. */
  readonly lines: readonly { readonly text: string; readonly quote: string }[];
}

/** The text of the amendment, in the canonical layout. The compiler says whether it holds. */
export function amendmentText(draft: AmendmentDraft): string {
  const { document: cited } = draft;
  const alias = spelling(cited.alias);
  const changes = [...draft.edits.map(({ path, from, to, quote }) => ({ quote, text: `${path} 由 ${from} 改为 ${to}` })), ...draft.lines];
  const lines: string[] = cited.declare ? [`新增 依据 ${alias} = 文件 ${quoted(cited.file)}`] : [];
  let said = '';
  for (const { quote, text } of bySentence(changes)) {
    if (quote !== said && quote !== '') lines.push(`出处 ${alias} ${quoted(quote)}`);
    said = quote;
    lines.push(text);
  }
  for (const { benefit, quotes } of draft.benefits) lines.push('', ...benefitLines(benefit, quotes, alias));
  const head = `修订 ${quoted(draft.policy)} 发布 ${dayText(draft.published)} 自 ${dayText(draft.effective)} 起`;
  return format(`${head} {\n${lines.join('\n')}\n}\n`).text;
}

function dayText(day: DayDecision): string {
  switch (day.kind) {
    case 'day':
      return day.day;
    case 'assumed':
      return `暂按 ${day.day} 待定 ${quoted(day.why)}`;
    case 'open':
      return `待定 ${quoted(day.why)}${day.by === undefined ? '' : ` 不晚于 ${day.by}`}`;
  }
}

/** Changes from one sentence stand together, where the first of them stood. */
function bySentence<T extends { readonly quote: string }>(changes: readonly T[]): readonly T[] {
  const order = [...new Set(changes.map(({ quote }) => quote))];
  // Those without a sentence come first: a 出处 holds for all that follows it.
  return [...order.filter((quote) => quote === ''), ...order.filter((quote) => quote !== '')].flatMap((quote) =>
    changes.filter((one) => one.quote === quote),
  );
}

const WORDS = {
  deductible: { line: '起付线', suffix: '起付标准', type: '金额', open: '起付线' },
  ratio: { line: '报销比例', suffix: '比例', type: '比例', open: '报销比例' },
  cap: { line: '限额 支付', suffix: '限额', type: '金额', open: '限额' },
} as const;

/** 门诊统筹 → 门诊: what its definitions are called by. */
const shortName = (name: string): string => name.replace(/(?:统筹|待遇|报销)$/u, '') || name;

function benefitLines(benefit: NewBenefit, quotes: readonly string[], alias: string): readonly string[] {
  const short = shortName(benefit.name);
  const name = spelling(benefit.name);
  const part = (role: NewPart['role']): NewPart | undefined => benefit.parts.find((one) => one.role === role);
  const [deductible, cap] = [part('deductible'), part('cap')];
  const yearly = (one: NewPart | undefined, line: string, accumulator: string): readonly string[] =>
    one?.yearly ? [`新增 累计 ${accumulator} = 合计 ${name}.${line} 每 参保人、自然年(归属日)`] : [];
  const cite = (one: NewPart): readonly string[] => {
    const quote = quotes[benefit.parts.indexOf(one)] ?? '';
    return quote === '' ? [] : [`出处 ${alias} ${quoted(quote)}`];
  };
  const value = (role: NewPart['role']): string => {
    const one = part(role);
    const words = WORDS[role];
    if (!one) return `待定 ${quoted(`原文未写${words.open}`)}`;
    return one.axes.length > 0 ? `${short}${words.suffix}` : one.cells[0]?.text || `待定 ${quoted(`原文未写${words.open}`)}`;
  };
  const measure = (one: NewPart | undefined, accumulator: string): string => (one?.yearly ? `累计于 ${accumulator}` : '每次');
  const cited = benefit.parts.filter(({ axes }) => axes.length === 0);
  return [
    ...yearly(deductible, '起付', `年${short}起付`),
    ...yearly(cap, '支付', `年${short}`),
    ...benefit.parts
      .filter(({ axes }) => axes.length > 0)
      .flatMap((one) => [`新增 定义 ${short}${WORDS[one.role].suffix} : ${WORDS[one.role].type} =`, ...cite(one), ...tableLines(one)]),
    `新增 待遇 ${name} {`,
    ...cited.flatMap(cite),
    `适用 ${benefit.applies.field} 是 ${benefit.applies.values.join('、')}`,
    `起付线 ${value('deductible')} ${measure(deductible, `年${short}起付`)}`,
    `报销比例 ${value('ratio')}`,
    ...(cap ? [`限额 支付 ${value('cap')} ${measure(cap, `年${short}`)}`] : []),
    `支付 由 ${benefit.payer} 从 ${benefit.bill}`,
    '}',
  ];
}

function tableLines({ axes, cells, role }: NewPart): readonly string[] {
  const [rows, columns] = axes;
  if (!rows) return [];
  const text = (at: number): string => cells[at]?.text || `待定 ${quoted(`原文未写这一格的${WORDS[role].open}`)}`;
  if (!columns) return [`| ${rows.field} | → |`, ...rows.groups.map((row, at) => `| ${row.join('、')} | ${text(at)} |`)];
  return [
    `| ${rows.field} ＼ ${columns.field} | ${columns.groups.map((group) => group.join('、')).join(' | ')} |`,
    ...rows.groups.map(
      (row, at) => `| ${row.join('、')} | ${columns.groups.map((_, column) => text(at * columns.groups.length + column)).join(' | ')} |`,
    ),
  ];
}
