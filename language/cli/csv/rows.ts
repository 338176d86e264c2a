/** CSV rows → events: rows of one id that follow one another are one event, each with its item of a list. */
import { choosePolicy } from '../../../runtime/evaluate/choose.ts';
import type { EncounterInput, InputField, LoadedBundle, PolicyIr } from '../../../runtime/index.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { fromJson, type ReadLine, type Unreadable } from '../encounter-line.ts';
import { EXIT, Stop } from '../exits.ts';
import { NONE, readCell } from './cells.ts';
import type { Column, Entry } from './columns.ts';
import { namesOf, readHeader } from './columns.ts';
import { type Row, rowsOf } from './parse.ts';

/** An event of a CSV file, or why its rows are none. */
export interface CsvEvent {
  /** The row in which it begins, as a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly read: ReadLine;
  /** Where a field that the runtime names stands. */
  readonly placeOf: (field: string) => Place | undefined;
}

export interface Place {
  readonly row: number;
  readonly header: string;
}

/** More rows than an event can have items. */
const MOST_ROWS = 6000;

/** What all rows of a file share. */
interface Sheet {
  readonly columns: readonly Column[];
  /** How many cells the header has. */
  readonly width: number;
  readonly bundle: LoadedBundle;
  /** Ids that have had their rows; kept only where rows can be items. */
  readonly seen: Set<string> | undefined;
}

/** The events of a CSV text. The header is judged before the first event is given. @throws Stop when the text or its header cannot be read */
export async function* eventsOf(text: AsyncIterable<string>, bundle: LoadedBundle, ignored: readonly string[]): AsyncGenerator<CsvEvent> {
  let sheet: Sheet | undefined;
  let group: Row[] = [];
  for await (const row of rowsOf(text)) {
    if (!sheet) {
      const columns = readHeader(row.cells, bundle, ignored);
      const itemised = columns.some(({ kind }) => kind === 'item');
      sheet = { columns, width: row.cells.length, bundle, seen: itemised ? new Set() : undefined };
      continue;
    }
    if (row.cells.every((cell) => cell === '')) continue;
    const [first] = group;
    const id = entryOf(row, 'id', sheet);
    if (first && !(sheet.seen && id !== '' && id === entryOf(first, 'id', sheet))) {
      yield eventFrom([first, ...group.slice(1)], sheet);
      group = [];
    }
    // One row above the limit is kept, so that the event is known to have too many.
    if (group.length <= MOST_ROWS) group.push(row);
  }
  if (!sheet) throw new Stop(EXIT.files, { zh: '这个文件是空的', en: 'the file is empty' });
  const [first, ...rest] = group;
  if (first) yield eventFrom([first, ...rest], sheet);
}

const cellOf = (row: Row, { at }: Column): string => row.cells[at] ?? '';

const entryColumn = (entry: Entry, { columns }: Sheet): Column | undefined =>
  columns.find((one) => one.kind === 'entry' && one.entry === entry);

function entryOf(row: Row, entry: Entry, sheet: Sheet): string {
  const column = entryColumn(entry, sheet);
  return column ? cellOf(row, column) : '';
}

/** 结算、撤销、更正、补差 as a spreadsheet says them. */
const KINDS: Readonly<Record<string, EncounterInput['kind']>> = { 结算: 'settle', 撤销: 'reverse', 更正: 'correct', 补差: 'backPay' };

/** Why rows are no event, and where. */
interface Fault extends Place {
  readonly code: string;
  readonly words: Words;
}

const isFault = (one: object): one is Fault => 'words' in one;

function eventFrom(rows: Rows, sheet: Sheet): CsvEvent {
  const [first] = rows;
  const event = readRows(rows, sheet);
  if (!isFault(event)) return { row: first.number, ...event };
  const { code, row, header, words } = event;
  return {
    row: first.number,
    read: { ok: false, error: { code, field: header, ...placed(row, header, words) } },
    placeOf: () => undefined,
  };
}

type Rows = readonly [Row, ...Row[]];

function readRows(rows: Rows, sheet: Sheet): Pick<CsvEvent, 'read' | 'placeOf'> | Fault {
  const [first] = rows;
  const { columns, width, seen } = sheet;
  const beyond = rows.find(({ cells }) => cells.slice(width).some((cell) => cell !== ''));
  if (beyond) return { code: 'csv/shift', row: beyond.number, header: '', words: TOO_LONG };
  const id = entryOf(first, 'id', sheet);
  const idAt = { row: first.number, header: entryColumn('id', sheet)?.header ?? 'id' };
  if (id === '') return { code: 'csv/entry', ...idAt, words: { zh: '没有写编号', en: 'the id is empty' } };
  if (rows.length > MOST_ROWS) return { code: 'csv/items', ...idAt, words: TOO_MANY };
  if (seen?.has(id)) return { code: 'csv/apart', ...idAt, words: APART };
  seen?.add(id);
  const differing = columns.filter(({ kind }) => kind !== 'item').flatMap((column) => differenceIn(rows, column) ?? []);
  if (differing[0]) return differing[0];

  const kind = entryOf(first, 'kind', sheet);
  const said = (['of', 'policy', 'scheme'] as const).flatMap((entry) => {
    const text = entryOf(first, entry, sheet);
    return text === '' ? [] : [[entry, text] as const];
  });
  const envelope = { id, ...(kind === '' ? {} : { kind: KINDS[kind] ?? kind }), ...Object.fromEntries(said) };
  const fieldOf = typing(sheet.bundle, envelope);
  const fields = readFields(first, columns, fieldOf);
  if (isFault(fields)) return fields;
  const lists = readLists(rows, columns, fieldOf);
  if (isFault(lists)) return lists;
  const items = [...lists].map(([list, each]) => [list, each.map(({ item }) => item)] as const);
  return {
    read: fromJson({ ...envelope, fields: { ...fields.named, ...Object.fromEntries(items) } }),
    placeOf: placeIn(first, lists, columns, fieldOf),
  };
}

/** Rows of one event agree on the event, or leave it to the first. */
function differenceIn(rows: Rows, column: Column): Fault | undefined {
  const [first] = rows;
  const differs = rows.find((row) => cellOf(row, column) !== '' && cellOf(row, column) !== cellOf(first, column));
  return (
    differs && {
      code: 'csv/differs',
      row: differs.number,
      header: column.header,
      words: {
        zh: `写的是“${cellOf(differs, column)}”，同一编号的第 ${first.number} 行是“${cellOf(first, column)}”；同一笔各行要一样，或只在第一行写`,
        en: `says “${cellOf(differs, column)}”, row ${first.number} of the same id says “${cellOf(first, column)}”; rows of one event agree, or only the first says it`,
      },
    }
  );
}

function readFields(row: Row, columns: readonly Column[], fieldOf: FieldOf): { readonly named: Readonly<Record<string, unknown>> } | Fault {
  const named: Record<string, unknown> = {};
  for (const column of columns) {
    const text = cellOf(row, column);
    if (column.kind !== 'field' || text === '') continue;
    const read = readCell(text, fieldOf(column.name));
    if ('wrong' in read) return { code: 'csv/cell', row: row.number, header: column.header, words: read.wrong };
    named[column.name] = read.value;
  }
  return { named };
}

/** An item of a list, and the row that gives it. */
interface RowItem {
  readonly row: Row;
  readonly item: Record<string, unknown>;
}

/** The items of each list that the rows give; a list that is said to have none is there and empty. */
function readLists(rows: Rows, columns: readonly Column[], fieldOf: FieldOf): ReadonlyMap<string, RowItem[]> | Fault {
  const lists = new Map<string, RowItem[]>();
  for (const row of rows)
    for (const column of columns) {
      const text = cellOf(row, column);
      if (column.kind !== 'item' || text === '') continue;
      const read = readCell(text, fieldOf(column.name, column.list));
      if ('wrong' in read) return { code: 'csv/cell', row: row.number, header: column.header, words: read.wrong };
      const items = lists.get(column.list) ?? [];
      lists.set(column.list, items);
      const last = items.at(-1);
      if (last?.row === row) last.item[column.name] = read.value;
      else items.push({ row, item: { [column.name]: read.value } });
    }
  const [first] = rows;
  for (const column of columns) {
    if (column.kind !== 'list' || cellOf(first, column) === '') continue;
    if (cellOf(first, column) !== NONE || lists.has(column.list))
      return { code: 'csv/list', row: first.number, header: column.header, words: wholeList(column.list) };
    lists.set(column.list, []);
  }
  return lists;
}

type FieldOf = (name: string, list?: string) => InputField | undefined;

/** What a name is to the policy that the event comes under, and to the layers that it refers to; else to any policy that knows it. */
function typing(bundle: LoadedBundle, { id, policy, scheme }: Pick<EncounterInput, 'id' | 'policy' | 'scheme'>): FieldOf {
  const about = { id, fields: {}, ...(policy === undefined ? {} : { policy }), ...(scheme === undefined ? {} : { scheme }) };
  const chosen = choosePolicy(bundle, about, undefined);
  const own: readonly PolicyIr[] = 'code' in chosen ? [] : [chosen.ir, ...chosen.layers.toReversed().map(({ ir }) => ir)];
  const all = [...own, ...bundle.ir.policies];
  return (name, list) => {
    for (const ir of all) {
      const fields = list === undefined ? ir.inputs : ir.lists.find((one) => one.name === list)?.fields;
      const field = fields && namesOf(fields).get(name);
      if (field) return field;
    }
    return undefined;
  };
}

/** “医疗类别” and “收费明细 第2项.明细金额”, as the runtime names them, to row and header. */
function placeIn(
  first: Row,
  lists: ReadonlyMap<string, readonly RowItem[]>,
  columns: readonly Column[],
  fieldOf: FieldOf,
): CsvEvent['placeOf'] {
  return (field) => {
    const [, list, item, name = field] = /^(.*) 第(\d+)项(?:\.(.*))?$/u.exec(field) ?? [];
    const column = columns.find((one) =>
      list === undefined
        ? one.kind === 'field' && (one.name === name || fieldOf(one.name)?.name === name)
        : one.kind === 'item' && one.list === list && (one.name === name || fieldOf(one.name, list)?.name === name),
    );
    const row = list === undefined ? first : lists.get(list)?.[Number(item) - 1]?.row;
    return column && row && { row: row.number, header: column.header };
  };
}

/** What is wrong, at its place. */
export const placed = (row: number, header: string, words: Words): Words => ({
  zh: `第 ${row} 行${header === '' ? '' : `“${header}”列`}：${words.zh}`,
  en: `row ${row}${header === '' ? '' : `, column “${header}”`}: ${words.en}`,
});

/** A refusal that the runtime gave, at its place in the file. */
export function refusedAt(error: Unreadable, { row, placeOf }: CsvEvent): Unreadable {
  const place = error.field === undefined ? undefined : placeOf(error.field);
  return { ...error, ...placed(place?.row ?? row, place?.header ?? '', error) };
}

const wholeList = (list: string): Words => ({
  zh: `这一列只能写 ${NONE}，表示没有明细；明细写在 “${list}.字段” 各列，一项一行，两样不能都写`,
  en: `this column only says ${NONE}, for no items; items stand in columns “${list}.field”, a row each, and not both`,
});
const TOO_LONG: Words = {
  zh: '比表头多出有内容的格；格里有逗号的要用引号括起',
  en: 'has cells beyond the header; a cell with a comma stands in quotes',
};
const TOO_MANY: Words = { zh: `同一编号超过 ${MOST_ROWS} 行`, en: `one id has more than ${MOST_ROWS} rows` };
const APART: Words = {
  zh: '前面已有这个编号的行；同一笔的各行要连在一起，编号不能重用',
  en: 'the id has rows further up; rows of one event follow one another, and an id is used once',
};
