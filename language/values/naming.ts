import type { Cell, Expression } from '../2-syntax/node.ts';
import type { BenefitLine } from '../2-syntax/nodes/benefit.ts';
import type { Item } from '../2-syntax/nodes/policy.ts';
import type { Place } from '../3-check/analyses/place.ts';
import { rowsOf } from '../3-check/analyses/rows.ts';
import { isTable } from '../3-check/forms/measure.ts';
import { printCell, printExpression } from '../3-check/forms/print.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { StandingValue, ValueRole } from './standing-value.ts';

type Named = Pick<StandingValue, 'words' | 'short' | 'group' | 'role' | 'keys'>;

const NOUNS: Readonly<Partial<Record<ValueRole, Words>>> = {
  applies: { zh: '适用', en: 'applies to' },
  base: { zh: '基数', en: 'base' },
  deductible: { zh: '起付线', en: 'deductible' },
  ratio: { zh: '报销比例', en: 'ratio' },
  cap: { zh: '限额', en: 'cap' },
  waitingPeriod: { zh: '等待期', en: 'waiting period' },
  condition: { zh: '条件', en: 'condition' },
  bandEnd: { zh: '上界', en: 'upper end' },
};

/** What names the values of some items: the benefit that a value serves, the line it is, and the row where it stands. */
export function namer(items: readonly Item[]): (place: Place, value: Expression) => Named {
  const axes = new Map(
    items.flatMap(tablesIn).flatMap((table) => rowsOf(table).map((row) => [row.value, axesOf(table, row.cells)] as const)),
  );
  const uses = usesOf(items);
  return (place, value) => {
    const keys = axes.get(value) ?? place.keys.map((cell) => ({ axis: '', cell: printCell(cell) }));
    const { group, role, rest } = belonging(items, place, uses);
    const noun = group.kind === 'definition' && role === 'waitingPeriod' ? undefined : NOUNS[role];
    const row = keys.map(keyWords);
    const said = (lang: 'zh' | 'en'): { readonly head: string; readonly row: string } => ({
      head: (role === 'condition' || role === 'bandEnd' ? [...rest, noun?.[lang]] : [noun?.[lang], ...rest]).filter(Boolean).join(' '),
      row: row.map((part) => `${lang === 'zh' ? '，' : ', '}${part}`).join(''),
    });
    const short = ({ head, row: tail }: ReturnType<typeof said>): string =>
      head === '' ? tail.replace(/^[，,] ?/u, '') || group.name : head + tail;
    const whole = ({ head, row: tail }: ReturnType<typeof said>): string => `${group.name}${head === '' ? '' : ` ${head}`}${tail}`;
    return {
      group,
      role,
      keys,
      short: { zh: short(said('zh')), en: short(said('en')) },
      words: { zh: whole(said('zh')), en: whole(said('en')) },
    };
  };
}

/** A word says what it is; a number needs the name of its axis: 在职, but 认定病种数 1. */
const keyWords = ({ axis, cell }: { readonly axis: string; readonly cell: string }): string =>
  axis !== '' && /\d/u.test(cell) ? `${axis} ${cell}` : cell;

const axesOf = (table: Parameters<typeof rowsOf>[0], cells: readonly Cell[]): StandingValue['keys'] => {
  const axes = table.kind === 'list' ? table.axes : [table.rowAxis, table.columnAxis];
  return cells.map((cell, at) => ({ axis: axes[at] ? printExpression(axes[at]) : '', cell: printCell(cell) }));
};

/** Every table inside an item. */
function tablesIn(item: Item): readonly Parameters<typeof rowsOf>[0][] {
  const values =
    item.kind === 'benefit' ? item.lines.flatMap(valueIn) : item.kind === 'items' ? item.computed.map(({ value }) => value) : valueIn(item);
  return values.filter(isTable);
}

const valueIn = (node: Item | BenefitLine): readonly (Expression | Parameters<typeof rowsOf>[0])[] => {
  switch (node.kind) {
    case 'definition':
    case 'parameter':
    case 'due':
    case 'computed':
    case 'deductible':
    case 'ratio':
    case 'cap':
      return [node.value];
    default:
      return [];
  }
};

/** Which line of which benefit reads a definition and nothing else: 限额 支付 慢病限额. */
function usesOf(items: readonly Item[]): ReadonlyMap<string, { readonly benefit: string; readonly role: ValueRole }> {
  const found = new Map<string, { readonly benefit: string; readonly role: ValueRole }>();
  const several = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'benefit') continue;
    for (const line of item.lines) {
      const role = ROLE_OF_LINE[line.kind];
      const name = role && 'value' in line && !isTable(line.value) ? calledName(line.value) : undefined;
      if (!role || name === undefined) continue;
      if (found.has(name)) several.add(name);
      found.set(name, { benefit: item.name.text, role });
    }
  }
  for (const name of several) found.delete(name);
  return found;
}

const calledName = (value: Expression): string | undefined => {
  const path = value.kind === 'reference' ? value.path : value.kind === 'call' ? value.callee : undefined;
  return path?.names.length === 1 && path.keys.length === 0 ? path.names[0]?.text : undefined;
};

const ROLE_OF_LINE: Readonly<Partial<Record<BenefitLine['kind'], ValueRole>>> = {
  applies: 'applies',
  base: 'base',
  deductible: 'deductible',
  ratio: 'ratio',
  cap: 'cap',
  waitingPeriod: 'waitingPeriod',
  eligibility: 'eligibility',
};

const ROLE_OF_NAME: Readonly<Record<string, ValueRole>> = {
  适用: 'applies',
  基数: 'base',
  起付线: 'deductible',
  起付标准: 'deductible',
  报销比例: 'ratio',
  限额: 'cap',
  支付限额: 'cap',
  费用限额: 'cap',
  等待期: 'waitingPeriod',
  条件: 'condition',
  上界: 'bandEnd',
};

/** The group that a place belongs to, what it is there, and what of its name that leaves unsaid. */
function belonging(
  items: readonly Item[],
  place: Place,
  uses: ReturnType<typeof usesOf>,
): { readonly group: StandingValue['group']; readonly role: ValueRole; readonly rest: readonly string[] } {
  const [first = '', ...more] = place.names;
  const item = items.find((one) => 'name' in one && one.name && 'text' in one.name && one.name.text === first);
  if (item?.kind === 'benefit') {
    const role = more.length === 1 ? (ROLE_OF_NAME[more[0] ?? ''] ?? 'other') : 'adjustment';
    return { group: { kind: 'benefit', name: first }, role, rest: role === 'other' || role === 'adjustment' ? more : [] };
  }
  const used = uses.get(first);
  if (used) return { group: { kind: 'benefit', name: used.benefit }, role: used.role, rest: more };
  const last = ROLE_OF_NAME[more.at(-1) ?? ''];
  const role = roleOutside(item?.kind, first, last, more.length);
  const group = { kind: 'definition', name: first } as const;
  // A waiting period goes by its own name, which says what it is.
  return { group, role, rest: role === 'adjustment' ? more : role === 'condition' ? more.slice(0, -1) : [] };
}

/** What a value is that serves no benefit of its own. */
function roleOutside(kind: Item['kind'] | undefined, name: string, last: ValueRole | undefined, parts: number): ValueRole {
  if (kind === 'waitingPeriod' || (kind === undefined && name === '等待期')) return 'waitingPeriod';
  if (kind === 'eligibility') return 'eligibility';
  if (kind === 'bands') return last ?? 'band';
  if (last === 'condition') return last;
  return parts > 0 ? 'adjustment' : 'other';
}
