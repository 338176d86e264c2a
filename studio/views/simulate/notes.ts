/** What stands beside a row of the waterfall: how the amount came about, in the numbers of its step. */
import type { WaterfallNote } from '../../charts/Waterfall.tsx';
import type { WaterfallRow } from '../../charts/waterfall-layout.ts';
import { groupAmounts, moneyText, withoutResult } from '../../strings/money.ts';
import { spokenFormula } from '../../strings/quantities.ts';
import type { Language, Say } from '../../strings/strings.ts';
import type { Step } from './select.ts';
import type { simulateWords } from './strings.ts';

/** Formula and number of the step that a row belongs to. */
export function noteOf(
  row: WaterfallRow,
  steps: readonly Step[],
  say: Say<(typeof simulateWords)['book']>,
  language: Language,
): WaterfallNote {
  const step = steps.find((one) => one.line.address === row.address);
  if (!step) return {};
  const { line, mark } = step;
  const own = spokenFormula(withoutResult(groupAmounts(line.formula)), language);
  const said = plainly(row, line.formula, say);
  if (said !== undefined) return { formula: said, mark };
  if (row.kind === 'copay' && own !== '') return { formula: say('beyond', { formula: own }), mark };
  const payable = steps.find((one) => one.line.form === 'payable' && line.reads.includes(one.line.address));
  if (row.kind === 'capCut' && payable?.line.value.kind === 'money' && line.value.kind === 'money') {
    return { formula: `${moneyText(payable.line.value.text)} \u2212 ${moneyText(line.value.text)}`, mark };
  }
  return { formula: own, mark };
}

const AMOUNT = '(-?[\\d,]+\\.\\d\\d)';
/** 取小(what there is, line or cap − what was counted before) = what came of it; in a line, what was counted stops at the line. */
const COUNTED = new RegExp(`^取小\\(${AMOUNT}, (?:取大\\(0\\.00, )?${AMOUNT} \u2212 ${AMOUNT}\\)?\\) = ${AMOUNT}$`);

/** A line or a cap that is counted over several visits, in words rather than as a formula. */
function plainly({ kind }: WaterfallRow, formula: string, say: Say<(typeof simulateWords)['book']>): string | undefined {
  if (kind !== 'deductible' && kind !== 'posting') return undefined;
  const [, , limit, used] = COUNTED.exec(groupAmounts(formula)) ?? [];
  if (limit === undefined || used === undefined) return undefined;
  if (kind === 'deductible') return say('lineRest', { standard: limit, used });
  return say('capUsed', { limit, used });
}
