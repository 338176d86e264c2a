import type { CellOutcome, SheetChange } from '../../../../language/sheets/sheet.ts';
import { tryCells, writeCells } from '../../../loop/tables.ts';
import type { Language } from '../../../strings/strings.ts';

/** Writes, or only tries, cells of one file; what comes back is, cell by cell, why it was not written. */
export async function changed(
  how: 'write' | 'try',
  file: string,
  change: SheetChange,
  language: Language,
  moved: string,
): Promise<readonly (string | undefined)[]> {
  const make = how === 'write' ? writeCells : tryCells;
  // Once more when the text moved on between question and answer: the cells are named, not counted.
  const edited = (await make(file, change)) ?? (await make(file, change));
  const asked = change.do === 'cells' ? change.changes.length : 1;
  if (!edited) return Array.from({ length: asked }, () => moved);
  const whole = edited.problem ? `${edited.problem.what[language]} ${edited.problem.remedy[language]}` : undefined;
  if (edited.cells.length === 0) return Array.from({ length: asked }, () => whole);
  return edited.cells.map((cell) => whole ?? reason(cell, language));
}

const reason = ({ problem }: CellOutcome, language: Language): string | undefined =>
  problem === undefined ? undefined : `${problem.what[language]} ${problem.remedy[language]}`;
