/** 字段, 费用 and 付方: what an event states, and who pays. */
import type { Bill, Payer } from '../2-syntax/nodes/bill.ts';
import type { EnumValue, Field } from '../2-syntax/nodes/declaration.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { billTwice, codeMissing, codeTwice, tableTwice, tableWithoutValues, valueTwice } from '../diagnostics/inputs.ts';
import { unknownValue } from '../diagnostics/names.ts';
import type { CodeTableModel, InputModel, Type } from '../model/types.ts';
import type { Entity, Names } from './names.ts';
import { nearest } from './near.ts';
import type { SymbolRecorder } from './symbols.ts';
import { typeFromNode } from './type-node.ts';
import { fen } from './types.ts';

/** A declaration of the input, with the policy or vocabulary whose text it stands in. */
export interface Sourced<T> {
  readonly node: T;
  readonly owner: string;
}

interface Around {
  readonly names: Pick<Names, 'entities'>;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly symbols: SymbolRecorder;
}

/** A field as an entity, of the event or of the items of a list; undefined when its type has a finding. */
export function fieldEntity({ node, owner }: Sourced<Field>, around: Around, list?: string): Entity | undefined {
  const name = node.name.text;
  const full = list === undefined ? name : `${list}.${name}`;
  const stated = typeFromNode(node.type, around.names, around.report, full);
  if (!stated) return undefined;
  // What an event states is whole fen, whichever of the two words is used; a unit price of an item may be less than a fen.
  const type = stated.kind === 'money' && list === undefined ? fen : stated;
  const values = node.type.kind === 'enum' || node.type.kind === 'set' ? node.type.values : [];
  const { codes, spans } = readValues(values, around.report);
  const interfaceName = node.interfaceName?.text;
  const listed =
    type.kind === 'enum' || type.kind === 'set'
      ? type.values.map((value) => ({ name: value, ...(Object.hasOwn(codes, value) ? { code: codes[value] } : {}) }))
      : undefined;
  around.symbols.declare({
    kind: 'field',
    name: full,
    span: node.name.span,
    owner,
    type,
    ...(listed ? { values: listed } : {}),
    ...(interfaceName === undefined ? {} : { interfaceName }),
  });
  for (const value of values)
    around.symbols.declare({ kind: 'value', name: value.name.text, span: value.name.span, owner, field: full, type });
  const tables = readTables(node, type, around.report);
  const input: InputModel = {
    name,
    type,
    codes: Object.keys(codes).length > 0 ? codes : inheritedCodes(node, around),
    bill: false,
    span: node.span,
    ...(interfaceName === undefined ? {} : { interfaceName }),
    ...(node.asOf ? { asOf: node.asOf.text } : {}),
    ...(node.optional ? { optional: true } : {}),
    ...(tables.length > 0 ? { tables } : {}),
  };
  return { kind: 'input', of: 'field', name, span: node.name.span, input, values: spans.size > 0 ? spans : inheritedSpans(node, around) };
}

/** 接口 … 版本: every value is one of the field, each code stands once in its table, and no two tables are called alike. */
function readTables(node: Field, type: Type, report: (diagnostic: Diagnostic) => void): readonly CodeTableModel[] {
  const read: CodeTableModel[] = [];
  const places = new Map<string, Span>();
  for (const { interfaceName, version, values, span } of node.tables ?? []) {
    const called = `${interfaceName.text}@${version.text}`;
    const first = places.get(called);
    if (first) report(tableTwice({ interfaceName: interfaceName.text, version: version.text, span: version.span, first }));
    places.set(called, version.span);
    if (type.kind !== 'enum' && type.kind !== 'set') {
      report(tableWithoutValues({ field: node.name.text, span }));
      continue;
    }
    const byCode = new Map<string, EnumValue>();
    for (const one of values) {
      const name = one.name.text;
      if (!type.values.includes(name))
        report(unknownValue({ name, field: node.name.text, values: type.values, near: nearest(name, type.values), span: one.name.span }));
      if (!one.code) {
        report(codeMissing({ name, interfaceName: interfaceName.text, version: version.text, span: one.name.span }));
        continue;
      }
      const twin = byCode.get(one.code.text);
      if (twin) report(codeTwice({ code: one.code.text, name, other: twin.name.text, span: one.code.span, first: twin.name.span }));
      byCode.set(one.code.text, one);
    }
    read.push({
      interfaceName: interfaceName.text,
      version: version.text,
      codes: [...byCode].map(([code, { name }]) => ({ code, value: name.text })),
    });
  }
  return read;
}

const listingField = (node: Field, { names }: Around): Extract<Entity, { readonly kind: 'input' }> | undefined => {
  const entity = node.type.kind === 'named' ? names.entities.get(node.type.name.text) : undefined;
  return entity?.kind === 'input' ? entity : undefined;
};
const inheritedCodes = (node: Field, around: Around): InputModel['codes'] => listingField(node, around)?.input.codes ?? {};
const inheritedSpans = (node: Field, around: Around): ReadonlyMap<string, Span> => listingField(node, around)?.values ?? new Map();

function readValues(
  values: readonly EnumValue[],
  report: (diagnostic: Diagnostic) => void,
): { readonly codes: Record<string, string>; readonly spans: ReadonlyMap<string, Span> } {
  const codes = new Map<string, string>();
  const spans = new Map<string, Span>();
  const byCode = new Map<string, EnumValue>();
  for (const value of values) {
    const name = value.name.text;
    const first = spans.get(name);
    if (first) {
      report(valueTwice({ name, span: value.name.span, first }));
      continue;
    }
    spans.set(name, value.name.span);
    if (!value.code) continue;
    const twin = byCode.get(value.code.text);
    if (twin) report(codeTwice({ code: value.code.text, name, other: twin.name.text, span: value.code.span, first: twin.name.span }));
    byCode.set(value.code.text, value);
    codes.set(name, value.code.text);
  }
  return { codes: Object.fromEntries(codes), spans };
}

/** The total and its parts. */
export function billEntities({ node, owner }: Sourced<Bill>, around: Around): readonly Entity[] {
  return [node.total, ...node.parts].map((part, index) => {
    const of = index === 0 ? ('total' as const) : ('part' as const);
    const interfaceName = part.interfaceName?.text;
    const name = part.name.text;
    around.symbols.declare({
      kind: of,
      name,
      span: part.name.span,
      owner,
      type: fen,
      ...(interfaceName === undefined ? {} : { interfaceName }),
    });
    const input: InputModel = {
      name,
      type: fen,
      codes: {},
      bill: true,
      span: part.name.span,
      ...(interfaceName === undefined ? {} : { interfaceName }),
    };
    return { kind: 'input', of, name, span: part.name.span, input };
  });
}

/** Who pays. */
export function payerEntity({ node, owner }: Sourced<Payer>, { symbols }: Around): Entity {
  const interfaceName = node.interfaceName?.text;
  const name = node.name.text;
  symbols.declare({ kind: 'payer', name, span: node.name.span, owner, ...(interfaceName === undefined ? {} : { interfaceName }) });
  return {
    kind: 'payer',
    name,
    span: node.name.span,
    payer: { name, of: node.of, ...(interfaceName === undefined ? {} : { interfaceName }) },
  };
}

/** One bill a policy: a second one is a finding. */
export function onlyBill(bills: readonly Sourced<Bill>[], report: (diagnostic: Diagnostic) => void): Sourced<Bill> | undefined {
  const [first, ...more] = bills;
  for (const bill of more) if (first && bill.node !== first.node) report(billTwice({ span: bill.node.span, first: first.node.span }));
  return first;
}
