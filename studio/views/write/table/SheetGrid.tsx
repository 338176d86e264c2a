import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { step } from '../../../loop/tables.ts';
import { checking } from '../../../store/checking.ts';
import { saving } from '../../../store/saving.ts';
import { selection } from '../../../store/selection.ts';
import { cellNow } from '../../../store/sheets.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { Grid } from '../../../ui/grid/Grid.tsx';
import type { GridCell, GridChange, GridRefusal } from '../../../ui/grid/grid-props.ts';
import { lookAtCell } from '../linking.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { Shown } from './cards.ts';
import { changed } from './changing.ts';
import { initialsOf } from './initials.ts';
import { isName, renamed } from './naming.ts';
import { bodyRows, cellOf, columnsOf, filledColumns, gridCell, headColumns, problemsOf, widthOf } from './sheet-cells.ts';
import { tableWords } from './strings.ts';
import { titleOf } from './titles.ts';

interface SheetGridProps {
  readonly shown: Shown;
  readonly file: string;
  readonly height: 'fit' | 'fill';
  /** Shown as it last could be read: nothing of it can be changed. */
  readonly dim?: boolean;
  readonly sought?: string;
  readonly onScroll?: () => void;
}

/** Lines gathered from the text hold sentences: no column of them takes all the room. */
const GATHERED_PX = 170;
/** Room for the mark of a head that can be changed. */
const HEAD_PX = 22;
/** Room for a mark beside the text of a cell. */
const MARK_PX = 19;

/** A sheet in the grid: cells are pieces of the text, and writing one changes just that piece. */
export function SheetGrid({ shown: { sheet, text, found }, file, height, dim = false, sought, onScroll }: SheetGridProps) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const readOnly = useStore(saving, (now) => now.elsewhere) || dim;
  const showing = useStore(checking, (now) => now.showing);
  const looked = useStore(selection, (now) => (now.cell?.sheet === sheet.id ? now.cell : undefined));
  const rows = useMemo(() => bodyRows(sheet), [sheet]);
  const cols = useMemo(() => filledColumns(sheet), [sheet]);
  const columns = useMemo(() => {
    const laid = columnsOf(sheet, text, (column) => titleOf(column, say), sheet.kind === 'table' ? undefined : GATHERED_PX);
    const head = sheet.rows.findIndex(({ role }) => role === 'head');
    return laid.map((column, index) => {
      const width = column.width + (showing ? MARK_PX : 0);
      const col = cols[index] ?? -1;
      if (head < 0 || readOnly || sheet.columns[col]?.role !== 'header') return { ...column, width };
      const field = <ColumnHead key={column.key} sheet={sheet} file={file} text={text} found={found} row={head} col={col} />;
      return { ...column, width: Math.max(width, widthOf(column.title) + HEAD_PX), head: field };
    });
  }, [sheet, file, text, found, say, showing, cols, readOnly]);
  const problem = useMemo(() => problemsOf(sheet, found.errors, (words) => words[language]), [sheet, found, language]);
  const lookedRow = looked ? sheet.rows.findIndex(({ id }) => id === looked.row) : -1;
  const lookedCol = looked ? sheet.columns.findIndex(({ id }) => id === looked.column) : -1;
  const cell = useCallback(
    (line: number, col: number): GridCell => {
      const row = rows[line] ?? -1;
      const place = cols[col] ?? -1;
      const one = cellOf(sheet, text, row, place);
      const drawn = gridCell(one, {
        problem: one && problem(row, place),
        looked: row === lookedRow && place === lookedCol,
        dim,
        initials: initialsOf,
        named: isName(sheet, place, one),
      });
      const mark = found.marks?.cell(row, place);
      return mark === undefined ? drawn : { ...drawn, mark: drawn.mark ?? mark, hint: say(mark) };
    },
    [sheet, text, rows, cols, problem, lookedRow, lookedCol, dim, found, say],
  );

  const placeOf = ({ row, col }: { readonly row: number; readonly col: number }) => ({
    sheet: sheet.id,
    row: sheet.rows[rows[row] ?? -1]?.id ?? '',
    column: sheet.columns[cols[col] ?? -1]?.id ?? '',
  });
  const ask = async (how: 'write' | 'try', changes: readonly GridChange[]): Promise<readonly GridRefusal[]> => {
    const [only, ...more] = changes;
    const name = only && more.length === 0 ? cellOf(sheet, text, rows[only.row] ?? -1, cols[only.col] ?? -1) : undefined;
    if (only && name && isName(sheet, cols[only.col] ?? -1, name)) {
      const why = await renamed(how, { file, offset: cellNow(placeOf(only))?.start ?? name.start }, only.text, language, say('moved'));
      return why === undefined ? [] : [{ ...only, problem: why }];
    }
    const named = changes.map((one) => ({ ...placeOf(one), text: one.text }));
    const why = await changed(how, file, { do: 'cells', changes: named }, language, say('moved'));
    return changes.flatMap((one, index) => {
      const reason = why[index];
      return reason === undefined ? [] : [{ ...one, problem: reason }];
    });
  };
  const line = rows.indexOf(lookedRow);
  return (
    <div data-cells="" className="cells">
      <Grid
        label={sheet.title}
        columns={columns}
        rowCount={rows.length}
        cell={cell}
        edition={sheet}
        rowKey={(row) => sheet.rows[rows[row] ?? -1]?.id ?? String(row)}
        fixedColumns={Math.min(headColumns(sheet), 2)}
        height={height}
        plain={height === 'fit'}
        {...(sought === undefined ? {} : { sought })}
        selected={line >= 0 && lookedCol >= 0 ? { row: line, col: cols.indexOf(lookedCol) } : undefined}
        {...(readOnly ? {} : { onEdit: (changes) => ask('write', changes), tryEdit: (changes) => ask('try', changes) })}
        onSelect={(at) => {
          if (!dim) lookAtCell({ file, ...placeOf(at) });
        }}
        onUndo={() => void step(file, 'undo')}
        onRedo={() => void step(file, 'redo')}
        {...(onScroll ? { onScroll } : {})}
      />
    </div>
  );
}
