import type { FileSheets, FormLine, Sheet, SheetKind } from '../../../../language/sheets/sheet.ts';
import type { SheetAt } from '../../../store/sheets.ts';
import type { Found } from './found.ts';
import { NOTHING } from './found.ts';
import { cellOf } from './sheet-cells.ts';

/** The sheets of a file as cards: what the file changes, its rules, what it leaves open, and then what holds for all of it. */

/** A sheet as it is shown, and what is known of it. */
export interface Shown extends SheetAt {
  readonly found: Found;
}

export interface Card extends Shown {
  /** Cannot be read now: shown as it last could be. */
  readonly lost: boolean;
  /** Tables of its own lines, and definitions that only its lines use: by row, shown below the line. */
  readonly below: Readonly<Record<string, Shown>>;
}

export interface Cards {
  readonly rules: readonly Card[];
  /** Holds for the whole file; folded away at first. */
  readonly ground: readonly Card[];
}

const GROUND: ReadonlySet<SheetKind> = new Set(['settings', 'fields', 'parameters', 'accumulators', 'eligibility', 'postings']);

/** The names that a line stands on: its cells that are nothing but a name. */
const namesOf = (sheet: Sheet, text: string, line: FormLine): readonly string[] => {
  const row = sheet.rows.findIndex(({ id }) => id === line.row);
  return sheet.columns.flatMap((_, col) => {
    const cell = cellOf(sheet, text, row, col);
    return cell?.kind === 'expression' ? [cell.written] : [];
  });
};

/**
 * Arranges a file. A definition that one line rests on stands under that line and nowhere else; the first line that uses it has it. `placed`
 * are the sheets as they are shown, one for each; `finding` tells what is known of one where it stands now.
 */
export function cardsOf(
  { sheets, text }: FileSheets,
  lost: Readonly<Record<string, SheetAt>>,
  placed: readonly SheetAt[] = sheets.map((sheet) => ({ sheet, text })),
  finding: (sheet: Sheet, without: readonly Sheet[]) => Found = () => NOTHING,
): Cards {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const free = new Map(
    sheets
      .filter(({ kind, parent }) => (kind === 'table' || kind === 'bands') && parent === undefined)
      .map((sheet) => [sheet.title, sheet]),
  );
  const shownAt = new Map(sheets.map((sheet, at) => [sheet, placed[at] ?? { sheet, text }]));
  const shown = (sheet: Sheet, without: readonly Sheet[] = []): Shown => ({
    ...(shownAt.get(sheet) ?? { sheet, text }),
    found: finding(sheet, without),
  });
  const taken = new Set<string>();
  const below = (sheet: Sheet): Readonly<Record<string, Sheet>> => {
    const own: Record<string, Sheet> = {};
    for (const line of sheet.lines ?? []) {
      const nested = line.nested === undefined ? undefined : byId.get(line.nested);
      const used =
        nested ??
        namesOf(sheet, text, line)
          .map((name) => free.get(name))
          .find((one) => one !== undefined && !taken.has(one.id));
      if (!used) continue;
      own[line.row] = used;
      taken.add(used.id);
    }
    return own;
  };
  const forms = new Map(sheets.filter(({ kind }) => kind === 'form').map((sheet) => [sheet.id, below(sheet)]));
  const all = sheets
    .filter((sheet) => !taken.has(sheet.id) && (sheet.parent === undefined || !byId.has(sheet.parent)))
    .map((sheet) => {
      const own = forms.get(sheet.id) ?? {};
      const card: Card = {
        ...shown(sheet, Object.values(own)),
        lost: false,
        below: Object.fromEntries(Object.entries(own).map(([row, table]) => [row, shown(table)])),
      };
      return { card, start: sheet.range.start };
    });
  const gone = Object.values(lost)
    .filter(({ sheet }) => sheet.parent === undefined)
    .map((one) => ({ card: { ...one, found: NOTHING, lost: true, below: {} } satisfies Card, start: one.sheet.range.start }));
  const both = [...all, ...gone];
  const isGround = ({ sheet }: Card): boolean => GROUND.has(sheet.kind);
  return {
    rules: both
      .filter(({ card }) => !isGround(card))
      .toSorted((a, b) => rank(a.card.sheet) - rank(b.card.sheet) || a.start - b.start)
      .map(({ card }) => card),
    ground: both.flatMap(({ card }) => (isGround(card) ? [card] : [])),
  };
}

const sameShown = (one: Shown, other: Shown | undefined): boolean =>
  one.sheet === other?.sheet && one.text === other.text && one.found === other.found;

/** Whether two cards show the same, so that the one need not be drawn again for the other. */
export const sameCard = (one: Card, other: Card): boolean =>
  one.lost === other.lost &&
  sameShown(one, other) &&
  Object.keys(one.below).length === Object.keys(other.below).length &&
  Object.entries(one.below).every(([row, table]) => sameShown(table, other.below[row]));

/** What cannot be read now keeps its place among the others. Changes first, then benefits, then other rules, then what is gathered from them; in the order of the text among equals. */
const rank = ({ kind, lines }: Sheet): number =>
  kind === 'changes' ? 0 : lines?.some((line) => line.kind === 'applies') ? 1 : kind === 'adjustments' || kind === 'open' ? 3 : 2;

/** How tall a card stands, in lines, before it is drawn. */
const weight = ({ sheet, below }: Card): number =>
  3 + (sheet.lines ?? sheet.rows).length + Object.values(below).reduce((sum, one) => sum + 2 + Math.min(14, one.sheet.rows.length), 0);

/** Lays cards into columns of like height. Only what there is decides, not how tall it is drawn: nothing jumps while it is edited. */
export function inColumns(cards: readonly Card[], count: number): readonly (readonly Card[])[] {
  const columns = Array.from({ length: count }, () => ({ tall: 0, cards: [] as Card[] }));
  for (const card of cards) {
    const shortest = columns.reduce((best, one) => (one.tall < best.tall ? one : best));
    shortest.cards.push(card);
    shortest.tall += weight(card);
  }
  return columns.map((one) => one.cards);
}

/** Whether the construct is written with 新增 or its English twin: the word before it on its line. */
export const isAdded = (sheet: Sheet, text: string): boolean => {
  const line = text.slice(text.lastIndexOf('\n', sheet.range.start - 1) + 1, sheet.range.start);
  return /^\s*(新增|add)\s*$/.test(line);
};

/** Words of a sentence, or a cell in it by the number of its column; with the part of the condition that it belongs to, where there are several. */
export interface Piece {
  readonly key: string;
  readonly words?: string;
  readonly col?: number;
  readonly part?: number;
}

/** The pieces of a line behind its keyword: words, and the cells in them by column. */
export function piecesOf(line: FormLine, sheet: Sheet, text: string): readonly Piece[] {
  const conditions = line.condition && line.condition.parts.length > 1 ? line.condition.parts : [];
  const partAt = (from: number, to: number): { readonly part?: number } => {
    const part = conditions.findIndex(({ start, end }) => start <= from && to <= end);
    return part < 0 ? {} : { part };
  };
  return line.parts.flatMap((piece, index): readonly Piece[] => {
    const { start, end, column } = piece;
    if (column !== undefined) return [{ key: column, col: sheet.columns.findIndex(({ id }) => id === column), ...partAt(start, end) }];
    // Words that reach over the edge of a part are cut there.
    const edges = conditions.flatMap((one) => [one.start, one.end]).filter((edge) => start < edge && edge < end);
    return [start, ...edges].flatMap((from, at): readonly Piece[] => {
      const to = edges[at] ?? end;
      const written = text.slice(from, to);
      const first = index === 0 && at === 0 && written.trimStart().startsWith(line.word);
      const words = (first ? written.trimStart().slice(line.word.length) : written).replace(/\s+/g, ' ').trim();
      return words === '' ? [] : [{ key: `w${from - sheet.range.start}`, words, ...partAt(from, to) }];
    });
  });
}

/** Pieces of one part of a condition together; the others each alone. */
export function grouped(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (piece.part !== undefined && last?.[0]?.part === piece.part) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** Whether a card or what stands below it holds a text. */
export const holds = ({ below, ...own }: Card, sought: string): boolean => {
  const wanted = sought.normalize('NFKC').toLowerCase();
  return [own, ...Object.values(below)].some(({ sheet: { range, title }, text }) =>
    `${title} ${text.slice(range.start, range.end)}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
};
