/** The header of a CSV file: what each column is, against everything that the policies of the bundle read. */

import { nearest } from '../../../runtime/encounter/nearest.ts';
import type { InputField, LoadedBundle, PolicyIr } from '../../../runtime/index.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { EXIT, Stop } from '../exits.ts';

/** What is said of the event itself. */
export type Entry = 'id' | 'kind' | 'of' | 'policy' | 'scheme';

export type Column = { readonly header: string; readonly at: number } & (
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'field'; readonly name: string }
  /** `list` is the list’s own name. */
  | { readonly kind: 'item'; readonly list: string; readonly name: string }
  /** A list as a whole, of which a cell can only say that there is nothing in it. */
  | { readonly kind: 'list'; readonly list: string }
);

/** Wider than any form, and room. */
const MOST_COLUMNS = 2000;

const ENTRIES: ReadonlyMap<string, Entry> = new Map([
  ['id', 'id'],
  ['kind', 'kind'],
  ['of', 'of'],
  ['policy', 'policy'],
  ['scheme', 'scheme'],
]);
/** The same in Chinese, where no policy has a field of the name. */
const CHINESE_ENTRIES: ReadonlyMap<string, Entry> = new Map([
  ['编号', 'id'],
  ['事件', 'kind'],
  ['所指编号', 'of'],
  ['政策', 'policy'],
  ['险种', 'scheme'],
]);

/** The names that some policy of the bundle reads, and lists by either of their names. */
interface Known {
  readonly fields: ReadonlyMap<string, InputField>;
  readonly lists: ReadonlyMap<string, { readonly name: string; readonly fields: ReadonlyMap<string, InputField> }>;
}

/** Fields by Chinese and by interface name, those of their code tables among them. */
export const namesOf = (fields: readonly InputField[]): ReadonlyMap<string, InputField> =>
  new Map([
    ...fields.flatMap((field) =>
      (field.tables ?? []).flatMap(({ interfaceName, version }) => [
        [interfaceName, field] as const,
        [`${interfaceName}@${version}`, field] as const,
      ]),
    ),
    ...fields.flatMap((field) => (field.interfaceName === undefined ? [] : [[field.interfaceName, field] as const])),
    ...fields.map((field) => [field.name, field] as const),
  ]);

/** A column for each header that is known; the columns that are to be passed over have none. @throws Stop when a header is in question */
export function readHeader(cells: readonly string[], bundle: LoadedBundle, ignored: readonly string[]): readonly Column[] {
  const headers = cells.map((cell) => cell.trim());
  if (headers.length > MOST_COLUMNS)
    throw new Stop(EXIT.files, {
      zh: `有 ${headers.length} 列，最多 ${MOST_COLUMNS} 列`,
      en: `${headers.length} columns; at most ${MOST_COLUMNS}`,
    });
  const [only = ''] = headers;
  if (headers.length === 1 && /[\t;；，]/u.test(only)) throw new Stop(EXIT.files, OTHER_SEPARATOR);
  const known = knownTo(bundle.ir.policies);
  const columns: Column[] = [];
  const unknown: string[] = [];
  const twice = headers.find((header, at) => header !== '' && headers.indexOf(header) !== at);
  if (twice !== undefined)
    throw new Stop(EXIT.files, { zh: `表头“${twice}”写了两次；只留一列`, en: `the header “${twice}” stands twice; leave one column` });
  for (const [at, header] of headers.entries()) {
    if (header === '' || ignored.includes(header)) continue;
    const column = columnOf(header, at, known);
    if (column) columns.push(column);
    else unknown.push(header);
  }
  if (unknown.length > 0) throw new Stop(EXIT.files, unknownHeaders(unknown, known));
  if (!columns.some((column) => column.kind === 'entry' && column.entry === 'id')) throw new Stop(EXIT.files, NO_ID);
  return columns;
}

function columnOf(header: string, at: number, { fields, lists }: Known): Column | undefined {
  const entry = ENTRIES.get(header);
  if (entry) return { kind: 'entry', entry, header, at };
  if (fields.has(header)) return { kind: 'field', name: header, header, at };
  const whole = lists.get(header);
  if (whole) return { kind: 'list', list: whole.name, header, at };
  for (let dot = header.indexOf('.'); dot > 0; dot = header.indexOf('.', dot + 1)) {
    const list = lists.get(header.slice(0, dot));
    const name = header.slice(dot + 1);
    if (list?.fields.has(name)) return { kind: 'item', list: list.name, name, header, at };
  }
  const chinese = CHINESE_ENTRIES.get(header);
  return chinese && { kind: 'entry', entry: chinese, header, at };
}

function knownTo(policies: readonly PolicyIr[]): Known {
  const lists = new Map<string, { name: string; fields: Map<string, InputField> }>();
  for (const list of policies.flatMap((policy) => policy.lists)) {
    const one = lists.get(list.name) ?? { name: list.name, fields: new Map<string, InputField>() };
    for (const [name, field] of namesOf(list.fields)) one.fields.set(name, field);
    lists.set(list.name, one);
    if (list.interfaceName !== undefined) lists.set(list.interfaceName, one);
  }
  return { fields: namesOf(policies.flatMap(({ inputs }) => inputs)), lists };
}

/** All of them at once, each with the name it is close to. */
function unknownHeaders(unknown: readonly string[], { fields, lists }: Known): Words {
  const names = [
    ...ENTRIES.keys(),
    ...fields.keys(),
    ...[...lists].flatMap(([list, one]) => [...one.fields.keys()].map((field) => `${list}.${field}`)),
  ];
  const shown = unknown.slice(0, 30).map((header) => ({ header, near: nearest(header, names) }));
  const more = unknown.length > shown.length ? ` … (${unknown.length})` : '';
  return {
    zh: `表头里有政策不认得的列：${shown.map(({ header, near }) => `“${header}”${near ? `（最接近 “${near}”）` : ''}`).join('、')}${more}。改成字段名或接口字段名；不用的列写 --ignore 列名。一笔都还没有结算`,
    en: `headers that no policy knows: ${shown.map(({ header, near }) => `“${header}”${near ? ` (near “${near}”)` : ''}`).join(', ')}${more}. Write field names or interface names; pass over a column with --ignore. Nothing was settled`,
  };
}

const OTHER_SEPARATOR: Words = {
  zh: '第一行只有一列，像是用制表符或分号隔开的；另存为用逗号隔开的 CSV 再试',
  en: 'the first line has one column, as if separated by tabs or semicolons; save it as CSV separated by commas and try again',
};
const NO_ID: Words = {
  zh: '表头没有 id（编号）列：每笔要有一个不重复的编号',
  en: 'the header has no column id: each event needs an id of its own',
};
