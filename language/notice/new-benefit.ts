/**
 * A benefit that a notice states and the version before lacks: the numbers that speak of a deductible, a share or a cap and fit no value,
 * laid out by the values of the fields that the sentences name.
 */
import { audienceOf, type Notice, roleOf, sentenceAt } from './context.ts';
import type { NoticeNumber } from './notice-number.ts';
import type { Proposal } from './proposal.ts';
import type { PolicyShape } from './shape.ts';
import { written } from './written.ts';

export type PartRole = 'deductible' | 'ratio' | 'cap';

/** One line of a new benefit: a value, a list by one field, or a cross-tab by two. */
export interface NewPart {
  readonly role: PartRole;
  /** None: one value for all. Each group of values is one row, or one column of the second; every value of the field is in one. */
  readonly axes: readonly { readonly field: string; readonly groups: readonly (readonly string[])[] }[];
  /** First axis slowest; an empty text is not stated. */
  readonly cells: readonly { readonly text: string; readonly number?: number }[];
  /** Counted over a year, or each visit anew. */
  readonly yearly: boolean;
  readonly quote: { readonly start: number; readonly end: number };
}

/** A benefit to be added. Plain data, for a form to change. */
export interface NewBenefit {
  readonly name: string;
  readonly applies: { readonly field: string; readonly values: readonly string[]; readonly all: readonly string[] };
  readonly parts: readonly NewPart[];
  readonly payer: string;
  readonly bill: string;
  /** Numbers of the notice that it takes in. */
  readonly numbers: readonly number[];
}

const ROLES: ReadonlySet<string> = new Set<PartRole>(['deductible', 'ratio', 'cap']);

/** The new benefits among numbers that are near no value. */
export function newBenefits(
  notice: Notice,
  numbers: readonly NoticeNumber[],
  proposals: readonly Proposal[],
  shape: PolicyShape,
): readonly NewBenefit[] {
  const loose = proposals.flatMap(({ to, number }) => {
    const one = numbers[number];
    const role = one && roleOf(notice, one);
    const heard = one && audienceOf(notice, one);
    const own = heard === undefined || shape.scheme === '' || shape.scheme.includes(heard);
    return to.kind === 'unclear' && to.candidates.length === 0 && one && role && ROLES.has(role) && own
      ? [{ one, role: role as PartRole }]
      : [];
  });
  const blocks: (typeof loose)[] = [];
  for (const next of loose) {
    const last = blocks.at(-1)?.at(-1);
    if (last && next.one.paragraph - last.one.paragraph <= 1) blocks.at(-1)?.push(next);
    else blocks.push([next]);
  }
  return blocks.flatMap((block) => {
    const made = benefitOf(notice, block, shape);
    return made ? [made] : [];
  });
}

function benefitOf(
  notice: Notice,
  block: readonly { readonly one: NoticeNumber; readonly role: PartRole }[],
  shape: PolicyShape,
): NewBenefit | undefined {
  const [first] = block;
  if (!first || block.length < 2) return undefined;
  const from = notice.paragraphs[Math.max(0, first.one.paragraph - 1)]?.start ?? 0;
  const text = notice.plain.slice(from, block.at(-1)?.one.end);
  const kind = shape.choices.find(({ field }) => field === '医疗类别') ?? { field: '医疗类别', values: [] };
  const parts = (['deductible', 'ratio', 'cap'] as const).flatMap((role) => {
    const own = block.filter((one) => one.role === role).map(({ one }) => one);
    return own.length > 0
      ? [
          partOf(
            notice,
            role,
            own,
            shape.choices.filter((choice) => choice !== kind),
          ),
        ]
      : [];
  });
  return {
    name: fresh(nameIn(text), shape.names),
    applies: {
      field: kind.field,
      all: kind.values,
      values: kind.values.filter((value) => text.includes(value) || (value.includes('药店') && text.includes('药店'))),
    },
    parts: parts.some(({ role }) => role === 'deductible') ? parts : [...withoutDeductible(notice, block), ...parts],
    payer: shape.payers.find((payer) => payer.includes('统筹')) ?? shape.payers[0] ?? '',
    bill: shape.parts.find((part) => part.includes('范围内')) ?? shape.parts[0] ?? '',
    numbers: block.map(({ one }) => one.index),
  };
}

/** 不设起付线: the deductible is stated though no number is. */
function withoutDeductible(notice: Notice, block: readonly { readonly one: NoticeNumber }[]): readonly NewPart[] {
  const quote = block
    .map(({ one }) => sentenceAt(notice, one))
    .find(({ start, end }) => NO_DEDUCTIBLE.test(notice.plain.slice(start, end)));
  return quote ? [{ role: 'deductible', axes: [], cells: [{ text: '0元' }], yearly: false, quote }] : [];
}

const NO_DEDUCTIBLE = /(?:不设|不设置|不设立|无|取消|免除|没有)(?:门诊|住院)?起付/u;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/门诊[^。;]{0,6}统筹/u, '门诊统筹'],
  [/门诊(?:慢性病|慢特病|特殊)/u, '门诊慢特病'],
  [/大病保险/u, '大病'],
  [/生育/u, '生育'],
  [/两病/u, '两病'],
  [/日间手术/u, '日间手术'],
  [/家庭病床/u, '家庭病床'],
  [/门诊/u, '门诊'],
  [/住院/u, '住院'],
];

const nameIn = (text: string): string => NAMES.find(([said]) => said.test(text))?.[1] ?? '新待遇';

const fresh = (name: string, taken: readonly string[]): string => (taken.includes(name) ? fresh(`新${name}`, taken) : name);

/** The values of each field that hold where a number stands. */
type Said = ReadonlyMap<string, readonly string[]>;

function partOf(notice: Notice, role: PartRole, numbers: readonly NoticeNumber[], choices: PolicyShape['choices']): NewPart {
  const saids = numbers.map((number) => saidAt(notice, number, numbers, choices));
  const fields = choices.filter(({ field }) => saids.some((said) => said.has(field)));
  // Rows by what is said first, columns by what changes within it.
  const first = (field: string): number => Math.min(...saids.map((said) => [...said.keys()].indexOf(field)).filter((at) => at >= 0));
  const axes = fields
    .toSorted((a, b) => first(a.field) - first(b.field))
    .slice(0, 2)
    .map(({ field, values }) => ({
      field,
      groups: complete(values, unique(saids.flatMap((said) => (said.has(field) ? [said.get(field) ?? []] : [])))),
    }));
  const start = Math.min(...numbers.map((number) => sentenceAt(notice, number).start));
  const end = Math.max(...numbers.map((number) => sentenceAt(notice, number).end));
  const around = notice.plain.slice(notice.paragraphs[numbers[0]?.paragraph ?? 0]?.start ?? start, end);
  const same = (group: readonly string[], said: Said, field: string): boolean => (said.get(field) ?? []).join() === group.join();
  const cellAt = (groups: readonly (readonly string[])[]) => {
    const at = saids.findIndex((said) => groups.every((group, axis) => same(group, said, axes[axis]?.field ?? '')));
    const number = numbers[at];
    return number ? { text: textOf(number), number: number.index } : { text: '' };
  };
  const [rows, columns] = axes;
  const cells =
    rows === undefined
      ? [cellAt([])]
      : columns === undefined
        ? rows.groups.map((row) => cellAt([row]))
        : rows.groups.flatMap((row) => columns.groups.map((column) => cellAt([row, column])));
  return {
    role,
    axes,
    cells,
    yearly: role !== 'ratio' && /每年|年度|一年|\/年|累计/u.test(around),
    quote: { start, end },
  };
}

/** With one more group of what no number speaks of: its cells are empty, and can be filled. */
function complete(values: readonly string[], groups: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const rest = values.filter((value) => !groups.some((group) => group.includes(value)));
  return rest.length > 0 ? [...groups, rest] : groups;
}

const unique = (groups: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(groups.map((group) => [group.join(), group])).values(),
];

const textOf = (number: NoticeNumber): string => (number.amount && written(number.kind, number.amount)) ?? '';

/** What the sentence says up to a number: a value after another number begins anew, values side by side add up, 及以下 takes the lower ones in. */
function saidAt(notice: Notice, number: NoticeNumber, numbers: readonly NoticeNumber[], choices: PolicyShape['choices']): Said {
  const { start } = sentenceAt(notice, number);
  const text = notice.plain.slice(start, number.start);
  const before = numbers.filter((one) => one.start >= start && one.start < number.start).map((one) => one.start - start);
  const found = choices.flatMap(({ field, values }) => {
    let current: readonly string[] = [];
    let since = 0;
    let begins = -1;
    for (const { value, at } of mentions(text, values)) {
      if (before.some((place) => place >= since && place < at)) current = [];
      since = at;
      if (current.length === 0) begins = at;
      const lower = text.slice(at + value.length, at + value.length + 3) === '及以下' ? lowerThan(values, value) : [];
      current = [...new Set([...current, value, ...lower])];
    }
    return current.length > 0 ? [{ field, begins, values: values.filter((value) => current.includes(value)) }] : [];
  });
  return new Map(found.toSorted((a, b) => a.begins - b.begins).map(({ field, values }) => [field, values]));
}

function mentions(text: string, values: readonly string[]): readonly { readonly value: string; readonly at: number }[] {
  return values
    .flatMap((value) =>
      [...text.matchAll(new RegExp(value.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'gu'))].map(({ index }) => ({ value, at: index })),
    )
    .toSorted((a, b) => a.at - b.at);
}

/** The grades after one in the order in which the field lists them. */
function lowerThan(values: readonly string[], value: string): readonly string[] {
  const after = values.slice(values.indexOf(value) + 1);
  const end = after.findIndex((one) => !one.includes('级'));
  return end < 0 ? after : after.slice(0, end);
}
