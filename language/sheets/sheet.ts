import type { Words } from '../diagnostics/diagnostic.ts';

/**
 * One file of rules as sheets of cells. Plain data that goes through structured clone: a sheet of 24,000 cells is four typed arrays.
 * All places are UTF-16 offsets in `FileSheets.text`, the very text the sheets were read from.
 */
export interface FileSheets {
  readonly file: string;
  readonly text: string;
  /** In the order of the text; a sheet nested in another names it as `parent`. */
  readonly sheets: readonly Sheet[];
  /** Stretches that no sheet shows, e.g. lines that cannot be read yet: they stay text. */
  readonly rest: readonly Extent[];
  /** False while something in the file cannot be read. */
  readonly complete: boolean;
}

export interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * `form`: a rule as sentences (待遇, 保底, 倾斜, 分配, …). `table`: 表 of a rule, list, cross-tab or several results. `bands`: 分段.
 * `changes`: the 由 … 改为 … of an amendment. The others gather the single lines of a block: one row a line.
 */
export type SheetKind =
  | 'form'
  | 'table'
  | 'bands'
  | 'changes'
  | 'settings'
  | 'fields'
  | 'parameters'
  | 'accumulators'
  | 'adjustments'
  | 'eligibility'
  | 'postings'
  | 'open';

export interface Sheet {
  /** Path of names, e.g. “绵阳市职工基本医疗保险.门诊统筹.报销比例”; the same as long as nothing is renamed. */
  readonly id: string;
  readonly kind: SheetKind;
  readonly title: string;
  /** Keyword of the construct as written: 待遇, 定义, 表, benefit … */
  readonly word: string;
  /** The policy it belongs to; of an amendment, the one it amends. */
  readonly policy?: string;
  /** The form in which it stands, by id. */
  readonly parent?: string;
  readonly range: Extent;
  readonly nameRange?: Extent;
  /** `cross` has one row and one column axis, `list` any number of row axes and one result, `results` several results. */
  readonly shape?: 'cross' | 'list' | 'results';
  /** Of a table: the line of its header. */
  readonly header?: Extent;
  /** Of a cross-tab: what its columns stand for. */
  readonly columnAxis?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly cells: CellBlock;
  /** What may be written, by the index in `cells.allowed`. */
  readonly allowed: readonly Allowed[];
  /** Of a form: its rows as sentences with the cells in them. */
  readonly lines?: readonly FormLine[];
  readonly problems: readonly CellProblem[];
  /** What the sheet as a whole can do. */
  readonly can: { readonly rows: boolean; readonly columns: boolean };
}

export interface SheetColumn {
  readonly id: string;
  /** As written: 人员类别, 在职, 由, 改为 … */
  readonly title: string;
  /** `header`: a column of a cross-tab; its own head can be edited as the row with id HEAD. */
  readonly role: 'name' | 'axis' | 'result' | 'header' | 'from' | 'to' | 'words';
}

export interface SheetRow {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Remark at its end or on the lines above it. */
  readonly remark?: string;
  /** `head`: the heads of a cross-tab's columns. `broken`: not readable yet, its cells are as typed. */
  readonly role?: 'head' | 'broken';
}

/** The cells row by row: cell (row, column) is at row × columns + column. */
export interface CellBlock {
  /** −1 where there is no cell. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Index into CELL_KINDS. */
  readonly kinds: Uint8Array;
  /** Index into `Sheet.allowed`. */
  readonly allowed: Uint16Array;
}

/**
 * `none` no cell. `value` a literal. `open` 待定. `assumed` 暂按. `head` what a row or column covers. `name` a name. `expression` a formula
 * or condition. `words` what only the text changes. `quote` a sentence in quotes. `empty` a place with nothing in it. `broken` unreadable.
 */
export const CELL_KINDS = ['none', 'value', 'open', 'assumed', 'head', 'name', 'expression', 'words', 'quote', 'empty', 'broken'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** What may be written in a cell. */
export interface Allowed {
  readonly type: AllowedType;
  /** Can be changed here at all. */
  readonly editable: boolean;
  /** The unit shown beside the input: 元, %, 个百分点, 个月 … */
  readonly unit?: string;
  /** Of an enumeration or set: what there is. */
  readonly values?: readonly string[];
  /** The cell is all that its rule says here, so that a formula, 待定 or 暂按 may take its place. */
  readonly whole?: boolean;
  /** Several, joined by 、. */
  readonly list?: boolean;
}

export type AllowedType =
  | 'money'
  | 'ratio'
  | 'points'
  | 'number'
  | 'integer'
  | 'months'
  | 'days'
  | 'date'
  | 'time'
  | 'boolean'
  | 'enum'
  | 'set'
  | 'text'
  | 'name'
  | 'expression';

/** One row of a form: a sentence in pieces. Pieces without a column are words; the others are cells of the row. */
export interface FormLine {
  readonly row: string;
  /** The keyword that opens it: 适用, 起付线, 报销比例, 限额, 支付 … */
  readonly word: string;
  /** The kind of line as in the tree: applies, deductible, ratio, cap, posting, citation … */
  readonly kind: string;
  readonly parts: readonly (Extent & { readonly column?: string })[];
  /** The sheet of the table that stands in it. */
  readonly nested?: string;
  /** What has to hold for it. */
  readonly condition?: LineCondition;
}

/** A condition by its parts, all of which have to hold. */
export interface LineCondition extends Extent {
  readonly parts: readonly Extent[];
  /** Goes into brackets before another can be added. */
  readonly loose: boolean;
}

/** One thing that has to hold: a field, how it is looked at, and the value as typed (several joined by 、). Of a truth only `is` and `not`. */
export interface ConditionTest {
  readonly field: string;
  readonly how: 'is' | 'not' | '<' | '≤' | '≥' | '>';
  readonly value: string;
}

export interface CellProblem {
  readonly row: string;
  readonly column: string;
  readonly what: Words;
  /** What to do. */
  readonly remedy: Words;
}

// ---- changes --------------------------------------------------------------------------------------------------------------------

export interface CellPlace {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
}

export interface CellChange extends CellPlace {
  /** As typed or pasted; full-width digits, grouping commas and units as people write them are understood. */
  readonly text: string;
  /** A value typed over 暂按 … 待定 …: the open point is settled by it. Otherwise it stays assumed, for the same reason. */
  readonly settles?: boolean;
}

export type SheetChange =
  | { readonly do: 'cells'; readonly changes: readonly CellChange[] }
  /** A block from a spreadsheet, tabs between cells, quoted cells allowed, its first cell at `at`. */
  | { readonly do: 'paste'; readonly at: CellPlace; readonly block: string }
  /** The cell of `from` into the same column of each of `rows`. */
  | { readonly do: 'fill'; readonly from: CellPlace; readonly rows: readonly string[] }
  /** Copies of a row below it. The copy is to be changed: until then its heads are the same. */
  | { readonly do: 'duplicate'; readonly sheet: string; readonly row: string }
  /** A row behind `after` (first of all without it), its cells as given; rows of a table that covers everything need no more. */
  | { readonly do: 'insertRow'; readonly sheet: string; readonly after?: string; readonly cells: readonly string[] }
  | { readonly do: 'removeRows'; readonly sheet: string; readonly rows: readonly string[] }
  /** Of a cross-tab: a column behind `after` with its head, its cells as given, one for each row. */
  | {
      readonly do: 'insertColumn';
      readonly sheet: string;
      readonly after?: string;
      readonly head: string;
      readonly cells: readonly string[];
    }
  /** Of a head that covers several values: some of them go into a row or column of their own behind it, its cells copied. */
  | { readonly do: 'split'; readonly at: CellPlace; readonly values: readonly string[] }
  /** One more thing that has to hold for a line of a form, behind the others. */
  | { readonly do: 'addCondition'; readonly sheet: string; readonly row: string; readonly test: ConditionTest }
  | { readonly do: 'removeCondition'; readonly sheet: string; readonly row: string; readonly part: number }
  | { readonly do: 'removeColumn'; readonly sheet: string; readonly column: string };

/** What a change comes to. Cells that were refused change nothing; the others can be applied without them. */
export interface SheetEdited {
  /** Smallest edits, in order of place, of one file. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  /** One for each cell that was asked for, in order. */
  readonly cells: readonly CellOutcome[];
  /** Why nothing at all could be done, e.g. the last row cannot be removed. */
  readonly problem?: { readonly what: Words; readonly remedy: Words };
}

export interface CellOutcome extends CellPlace {
  /** As typed. */
  readonly text: string;
  readonly before: string;
  /** What will stand in the file; absent when refused. */
  readonly written?: string;
  readonly problem?: {
    readonly what: Words;
    readonly remedy: Words;
    /** Texts that would be right, e.g. both readings of a bare number. */
    readonly choices: readonly string[];
  };
  /** What was understood beyond the value: “2,000元/年” is 2000元 and says yearly. */
  readonly note?: Words;
}

/** The row that holds the heads of a cross-tab's columns. */
export const HEAD_ROW = '＼';
