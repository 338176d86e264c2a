import { useStore } from 'zustand';
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import { step } from '../../../loop/tables.ts';
import { selection } from '../../../store/selection.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { lookAtCell } from '../linking.ts';
import { CellField } from './CellField.tsx';
import { changed } from './changing.ts';
import type { Found } from './found.ts';
import { initialsOf } from './initials.ts';
import { cellOf, choicesOf, problemsOf } from './sheet-cells.ts';
import { tableWords } from './strings.ts';

interface ColumnHeadProps {
  readonly sheet: Sheet;
  readonly file: string;
  readonly text: string;
  readonly found: Found;
  /** By their numbers in the sheet. */
  readonly row: number;
  readonly col: number;
}

/** What a column of a cross-tab stands for, changed where it stands. */
export function ColumnHead({ sheet, file, text, found, row, col }: ColumnHeadProps) {
  const say = useWords(tableWords);
  const language = useLanguage();
  const at = { sheet: sheet.id, row: sheet.rows[row]?.id ?? '', column: sheet.columns[col]?.id ?? '' };
  const looked = useStore(selection, ({ cell }) => cell?.sheet === at.sheet && cell.row === at.row && cell.column === at.column);
  const cell = cellOf(sheet, text, row, col);
  if (!cell) return null;
  return (
    <CellField
      label={[sheet.title, say('columnHead'), cell.written].join(', ')}
      written={cell.written}
      shown={cell.written}
      face="head"
      open={false}
      looked={looked}
      problem={problemsOf(sheet, found.errors, (words) => words[language])(row, col)}
      {...choicesOf(cell, initialsOf)}
      onLook={() => lookAtCell({ file, ...at })}
      onStep={(way) => void step(file, way)}
      onWrite={
        cell.allowed?.editable === true
          ? async (typed) => (await changed('write', file, { do: 'cells', changes: [{ ...at, text: typed }] }, language, say('moved')))[0]
          : undefined
      }
    />
  );
}
