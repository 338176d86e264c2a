import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Table } from '../2-syntax/nodes/table.ts';
import type { Pair } from '../diagnostics/finding.ts';
import type { Expr, Type } from '../model/types.ts';
import { expect } from './expression.ts';
import { isTable } from './forms/measure.ts';
import type { Site } from './site.ts';
import { inferTable } from './table.ts';

/** What stands after = : a table or an expression, as a value of the type that is stated. */
export function readValue(value: Expression | Table, site: Site, wanted: Type, place?: Pair): Expr | undefined {
  return isTable(value) ? inferTable(value, site, wanted, place) : expect(value, site, wanted, place);
}
