/** Cells that hold the name of a rule: another text there is another name, wherever it stands. */
import type { Sheet, SheetKind } from '../../../../language/sheets/sheet.ts';
import { planRename, rename } from '../../../loop/renaming.ts';
import type { Language } from '../../../strings/strings.ts';
import type { Position } from '../../../worker/protocol.ts';
import type { SheetCell } from './sheet-cells.ts';

const NAMED: ReadonlySet<SheetKind> = new Set(['fields', 'parameters', 'accumulators', 'adjustments', 'eligibility', 'postings']);

/** Whether a cell is the name of its line. */
export const isName = (sheet: Sheet, col: number, cell: SheetCell | undefined): boolean =>
  cell?.kind === 'name' && NAMED.has(sheet.kind) && sheet.columns[col]?.id === 'name';

/** Gives another name, or only looks whether it can be; what comes back is why not. */
export async function renamed(
  how: 'write' | 'try',
  at: Position,
  to: string,
  language: Language,
  moved: string,
): Promise<string | undefined> {
  const plan = await planRename(at, to.trim());
  if (!plan) return moved;
  if (plan.problem) return plan.problem[language];
  return how === 'try' || (await rename(at, to.trim())) ? undefined : moved;
}
