/** What all versions of a policy have together: its fields, payers and accumulators, which outlive any one version. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cellsChanged, fieldChanged } from '../diagnostics/inputs.ts';
import type { AccumulatorModel, CodeTableModel, InputModel, ListModel, PayerModel, Type } from '../model/types.ts';
import { join } from './types.ts';
import type { CheckedVersion } from './version.ts';

type Report = (diagnostic: Diagnostic) => void;

/** Payers by name; the latest version says what each is. */
export const unionOfPayers = (versions: readonly CheckedVersion[]): readonly PayerModel[] => {
  const all = versions.flatMap((one) => one.payers);
  return [...new Map([...all].reverse().map((one) => [one.name, one] as const)).values()].reverse();
};

/** Lists by name, with all fields that a version has given them. */
export function unionOfLists(versions: readonly CheckedVersion[], report: Report): readonly ListModel[] {
  const union = new Map<string, ListModel>();
  for (const list of versions.flatMap((one) => one.lists)) {
    const known = union.get(list.name);
    const fields = [...(known?.fields ?? []), ...list.fields];
    union.set(list.name, { ...list, ...known, fields: unionOf(fields, report) });
  }
  return [...union.values()];
}

/** A field may gain values from version to version, but not become another kind of thing. */
export const unionOfInputs = (versions: readonly CheckedVersion[], report: Report): readonly InputModel[] =>
  unionOf(
    versions.flatMap((one) => one.inputs),
    report,
  );

function unionOf(inputs: readonly InputModel[], report: Report): readonly InputModel[] {
  const union = new Map<string, InputModel>();
  for (const input of inputs) {
    const known = union.get(input.name);
    const type = known ? widened(known.type, input.type) : input.type;
    if (known && !type) report(fieldChanged({ name: input.name, span: input.span, first: known.span }));
    else
      union.set(input.name, {
        ...input,
        ...known,
        type: type ?? input.type,
        codes: { ...input.codes, ...known?.codes },
        ...tablesOf(known, input),
      });
  }
  return [...union.values()];
}

/** Code tables by their names; the latest version says what a table has, and codes it no longer has stay known. */
function tablesOf(known: InputModel | undefined, latest: InputModel): Pick<InputModel, 'tables'> {
  const all = [...(known?.tables ?? []), ...(latest.tables ?? [])];
  if (all.length === 0) return {};
  const tables = new Map<string, CodeTableModel>();
  for (const table of all) {
    const called = `${table.interfaceName}@${table.version}`;
    const codes = new Map([...(tables.get(called)?.codes ?? []), ...table.codes].map((one) => [one.code, one]));
    tables.set(called, { ...table, codes: [...codes.values()] });
  }
  return { tables: [...tables.values()] };
}

function widened(a: Type, b: Type): Type | undefined {
  if ((a.kind === 'enum' || a.kind === 'set') && a.kind === b.kind) return { ...a, values: [...new Set([...a.values, ...b.values])] };
  return a.kind === b.kind ? join(a, b) : undefined;
}

/** The cells of an accumulator outlive its versions, so their keys and values stay of one kind. */
export function unionOfAccumulators(versions: readonly CheckedVersion[], report: Report): readonly AccumulatorModel[] {
  const union = new Map<string, AccumulatorModel>();
  for (const one of versions.flatMap((version) => version.accumulators)) {
    const known = union.get(one.name);
    const type = known ? widened(known.type, one.type) : one.type;
    const keys =
      !known || (known.how === one.how && known.keyTypes.map((key) => key.kind).join() === one.keyTypes.map((key) => key.kind).join());
    if (!type || !keys) report(cellsChanged({ name: one.name, span: one.span, first: known?.span ?? one.span }));
    else union.set(one.name, { ...one, ...known, type });
  }
  return [...union.values()];
}
