import type { ReactNode } from 'react';
import type { Choices } from '../choices.ts';
import type { GridBlock, GridPlace } from './selecting.ts';

/** What a cell holds: decides alignment and face only; what may be written is decided by `onEdit`. */
export type CellKind = 'text' | 'number' | 'rule';

/** A glyph in the cell: ✓ holds, ≠ differs, ? open or assumed, • changed, ○ unreached, ≈ unnoticed. Colour never stands alone. */
export type CellMark = 'holds' | 'differs' | 'open' | 'changed' | 'unreached' | 'unnoticed';

export interface GridCell {
  /** As shown. */
  readonly text: string;
  /** As it stands in the cell when it is edited; `text` when absent. */
  readonly edit?: string;
  readonly kind?: CellKind;
  readonly editable?: boolean;
  /** What is wrong with it, in words: shown beside the cell while it is the active one, read aloud with it. */
  readonly problem?: string | undefined;
  readonly mark?: CellMark | undefined;
  /** Said on hover. */
  readonly hint?: string | undefined;
  /** A few words behind the text, smaller. */
  readonly note?: string | undefined;
  /** Part of the page's one selection. */
  readonly looked?: boolean;
  /** Of a state that was, shown until there is a newer one. */
  readonly dim?: boolean;
  /** What can be chosen; typing may still say something else. */
  readonly choices?: Choices;
  /** What is read aloud after row and column; `text` when absent. */
  readonly spoken?: string;
}

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** Read aloud instead of the title, where the title alone is too short. */
  readonly label?: string;
  /** Pixels; a column that grows has at least these. */
  readonly width: number;
  /** Shares what is left over of the grid's width. */
  readonly grow?: boolean;
  readonly kind?: CellKind;
  /** Stands in the head instead of the title, e.g. a field that changes it. */
  readonly head?: ReactNode;
  /** Its values can be chosen from in the head, to see only those rows. */
  readonly filter?: boolean;
}

/** One title over several columns, first and last included. */
export interface HeaderGroup {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** A row that is a heading over the rows below it. */
export interface GroupRow {
  readonly title: string;
  readonly note?: ReactNode;
  /** Absent: it does not fold. */
  readonly open?: boolean;
}

export interface GridChange {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

/** A change that was not made, and why. What was typed stays in the cell with `problem` beside it. */
export interface GridRefusal extends GridChange {
  readonly problem: string;
}

type Answer = readonly GridRefusal[] | undefined;

export interface GridProps {
  /** Name of the grid, read aloud. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** INVARIANT: a new function when any cell has changed, the same one when none has: rows are drawn again by it. */
  readonly cell: (row: number, col: number) => GridCell;
  /** Another one when what cells say is new; without it `cell` tells, which is new also when only their looks are. */
  readonly edition?: object;
  /** Stable identity of a row, for what is typed but not accepted; its number when absent. */
  readonly rowKey?: (row: number) => string;
  /** Name of a row, read aloud with each of its cells; the text of the columns that stay when absent. */
  readonly rowLabel?: (row: number) => string;
  readonly headerGroups?: readonly HeaderGroup[];
  readonly groupRow?: (row: number) => GroupRow | undefined;
  /** Columns at the left that stay while the others scroll; 1 when absent. */
  readonly fixedColumns?: number;
  /** `fill` takes the height there is and scrolls; `fit` is as tall as its rows. */
  readonly height?: 'fill' | 'fit';
  readonly rowHeight?: 27 | 32;
  /** Shows something richer than the text of a cell that is not being edited. Undefined: the text. */
  readonly render?: (row: number, col: number) => ReactNode | undefined;
  /** Makes changes; what comes back was refused. Absent: nothing can be edited. */
  readonly onEdit?: (changes: readonly GridChange[]) => Promise<Answer> | Answer;
  /** What would be refused, without making it: before a block is pasted. */
  readonly tryEdit?: (changes: readonly GridChange[]) => Promise<Answer> | Answer;
  /** The active cell or the block changed by hand. */
  readonly onSelect?: (at: GridPlace, block: GridBlock) => void;
  /** A cell to go to when it changes, e.g. because another pane points at it; without a column that in hand is kept. The focus stays where it is. */
  readonly selected?: { readonly row: number; readonly col?: number } | undefined;
  /** Enter on a cell that cannot be edited, or a heading row. */
  readonly onOpen?: (row: number, col: number) => void;
  /** First refusal of every key outside of editing: true when it was taken. */
  readonly onKey?: (key: string, row: number, col: number) => boolean;
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;
  /** No find bar: for small grids of which many stand on a page. */
  readonly plain?: boolean;
  /** Marked in the cells while the grid's own find bar is not open. */
  readonly sought?: string;
  /** Told when the grid scrolls, e.g. to draw connectors again. */
  readonly onScroll?: () => void;
}
