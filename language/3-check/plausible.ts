/** Numbers that no benefit can have: looked for where they stand, also in the table or definition that a line of a benefit names. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { negativeLimit, ratioOutOfRange } from '../diagnostics/money.ts';
import type { DefinitionModel, Expr } from '../model/types.ts';
import type { Lookup } from './constant.ts';

type Report = (diagnostic: Diagnostic) => void;

/** Reports constants of a benefit's ratio outside 0 % to 100 %, and negative deductibles and caps. */
export function checkPlausible(definition: DefinitionModel, lookup: Lookup, report: Report): void {
  const { kind } = definition.form;
  if (kind !== 'ratio' && kind !== 'standard' && kind !== 'limit') return;
  for (const { value, span } of constantsOf(definition.value, lookup)) {
    const { num, den } = value;
    if (kind === 'ratio' ? num < 0n || num > den : num < 0n) {
      report(kind === 'ratio' ? ratioOutOfRange({ name: definition.address, span }) : negativeLimit({ name: definition.address, span }));
    }
  }
}

interface Found {
  readonly value: { readonly num: bigint; readonly den: bigint };
  readonly span: Expr['span'];
}

/** The numbers a value can be, when it is a number, a table, or a definition that is one of these. INVARIANT: definitions do not form rings here. */
function constantsOf(value: Expr, lookup: Lookup, depth = 0): readonly Found[] {
  if (depth > 3) return [];
  switch (value.kind) {
    case 'constant':
      return value.value.kind === 'number' ? [{ value: value.value.value, span: value.span }] : [];
    case 'table':
      return value.table.results.flatMap((one) => constantsOf(one, lookup, depth + 1));
    case 'definition': {
      const named = lookup(value.address);
      return named && named.rounds.length === 0 ? constantsOf(named.value, lookup, depth + 1) : [];
    }
    case 'choose':
      return constantsOf(value.then, lookup, depth + 1);
    default:
      return [];
  }
}
