/** 词汇 and 继承: a policy has what it declares and what it lists by name, and nothing else. */
import type { Bill, Constraint, Field, Payer } from '../2-syntax/nodes/declaration.ts';
import type { Item, Setting, Vocabulary } from '../2-syntax/nodes/policy.ts';
import type { Name, Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asOfNotDate } from '../diagnostics/inputs.ts';
import { inheritedNeeds, inheritedPart, unknownInherited, unknownVocabulary } from '../diagnostics/names.ts';
import { lawInVocabulary } from '../diagnostics/settings.ts';
import type { Sourced } from './input.ts';
import { billEntities, fieldEntity, onlyBill, payerEntity } from './input.ts';
import type { Entity, Uninherited } from './names.ts';
import { nameTable } from './names.ts';
import { nearest } from './near.ts';
import type { SymbolRecorder } from './symbols.ts';

type Inherits = Extract<Setting, { readonly kind: 'inherits' }>;
type Shared = Field | Bill | Payer | Constraint;

/** Declarations of the input that hold in one version, inherited ones first. */
export interface Declared {
  readonly fields: readonly Sourced<Field>[];
  readonly bill: Sourced<Bill> | undefined;
  readonly payers: readonly Sourced<Payer>[];
  readonly constraints: readonly Sourced<Constraint>[];
  readonly uninherited: ReadonlyMap<string, Uninherited>;
}

const isShared = (item: Item): item is Shared =>
  item.kind === 'field' || item.kind === 'bill' || item.kind === 'payer' || item.kind === 'constraint';

/** The name by which an item is inherited. */
const inheritedName = (item: Shared): Name | undefined => (item.kind === 'bill' ? item.total.name : item.name);

/** What the items of one version declare, with what they inherit. */
export function gather(
  policy: string,
  items: readonly Item[],
  vocabularies: ReadonlyMap<string, Vocabulary>,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): Declared {
  const found: Sourced<Shared>[] = [];
  const uninherited = new Map<string, Uninherited>();
  const inherits = items.filter((item): item is Inherits => item.kind === 'inherits');
  for (const setting of inherits) {
    const vocabulary = vocabularies.get(setting.from.text);
    if (!vocabulary) {
      report(
        unknownVocabulary({ name: setting.from.text, near: nearest(setting.from.text, vocabularies.keys()), span: setting.from.span }),
      );
      continue;
    }
    symbols.refer(setting.from, { name: vocabulary.name.text, span: vocabulary.name.span });
    const shared = vocabulary.items.filter(isShared);
    for (const name of setting.names) {
      const item = inherited(name, shared, vocabulary, report, symbols);
      if (item) found.push({ node: item, owner: vocabulary.name.text });
    }
    const list = listSpan(setting);
    for (const item of shared) {
      const name = inheritedName(item)?.text;
      if (name !== undefined && !setting.names.some((one) => one.text === name))
        uninherited.set(name, { vocabulary: vocabulary.name.text, list });
    }
  }
  for (const item of items) if (isShared(item)) found.push({ node: item, owner: policy });
  const of = <K extends Shared['kind']>(kind: K): readonly Sourced<Extract<Shared, { readonly kind: K }>>[] =>
    found.flatMap(({ node, owner }) => (node.kind === kind ? [{ node: node as Extract<Shared, { readonly kind: K }>, owner }] : []));
  const fields = of('field');
  reportAsOf(fields, inherits, policy, report, symbols);
  return { fields, bill: onlyBill(of('bill'), report), payers: of('payer'), constraints: of('constraint'), uninherited };
}

/** From the first to the last name: where one more can be added. */
const listSpan = (setting: Inherits): Span => ({
  ...setting.span,
  start: setting.names[0]?.span.start ?? setting.span.end,
  end: setting.names.at(-1)?.span.end ?? setting.span.end,
});

function inherited(
  name: Name,
  shared: readonly Shared[],
  vocabulary: Vocabulary,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): Shared | undefined {
  const item = shared.find((one) => inheritedName(one)?.text === name.text);
  const declared = item && inheritedName(item);
  if (declared) {
    symbols.refer(name, { name: declared.text, span: declared.span });
    return item;
  }
  const bill = shared.find((one): one is Bill => one.kind === 'bill' && one.parts.some((part) => part.name.text === name.text));
  if (bill) {
    report(inheritedPart({ name: name.text, total: bill.total.name.text, span: name.span }));
    return undefined;
  }
  const names = shared.flatMap((one) => inheritedName(one)?.text ?? []);
  report(unknownInherited({ name: name.text, vocabulary: vocabulary.name.text, near: nearest(name.text, names), span: name.span }));
  return undefined;
}

/** 于 names a date field that this version has. */
function reportAsOf(
  fields: readonly Sourced<Field>[],
  inherits: readonly Inherits[],
  policy: string,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): void {
  const dates = fields.filter(({ node }) => node.type.kind === 'plain' && node.type.of === 'date');
  for (const { node, owner } of fields) {
    if (!node.asOf) continue;
    const date = dates.find((one) => one.node.name.text === node.asOf?.text);
    if (date) {
      symbols.refer(node.asOf, { name: date.node.name.text, span: date.node.name.span });
      continue;
    }
    const list = inherits.find((setting) => setting.from.text === owner);
    const listed = list?.names.find((name) => name.text === node.name.text);
    if (owner !== policy && list && listed)
      report(inheritedNeeds({ name: node.name.text, needs: node.asOf.text, list: listSpan(list), span: listed.span }));
    else
      report(
        asOfNotDate({
          field: node.name.text,
          name: node.asOf.text,
          near: nearest(
            node.asOf.text,
            dates.map((one) => one.node.name.text),
          ),
          span: node.asOf.span,
        }),
      );
  }
}

/** Entities of fields, bill and payers; fields that take their values from another come after it. */
export function inputEntities(
  declared: Pick<Declared, 'fields' | 'bill' | 'payers'>,
  add: (entity: Entity) => void,
  entities: ReadonlyMap<string, Entity>,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): void {
  const around = { names: { entities }, report, symbols };
  const named = ({ node }: Sourced<Field>): boolean => node.type.kind === 'named';
  for (const field of [...declared.fields.filter((one) => !named(one)), ...declared.fields.filter(named)]) {
    const entity = fieldEntity(field, around);
    if (entity) add(entity);
  }
  if (declared.bill) for (const entity of billEntities(declared.bill, around)) add(entity);
  for (const payer of declared.payers) add(payerEntity(payer, around));
}

/** A vocabulary by itself: its names, and that it holds no law. */
export function checkVocabulary(vocabulary: Vocabulary, report: (diagnostic: Diagnostic) => void, symbols: SymbolRecorder): void {
  const owner = vocabulary.name.text;
  symbols.declare({ kind: 'vocabulary', name: owner, span: vocabulary.name.span });
  for (const item of vocabulary.items) if (!isShared(item) && item.kind !== 'citation') report(lawInVocabulary({ span: item.span }));
  const declared = gather(owner, vocabulary.items.filter(isShared), new Map(), report, symbols);
  const table = nameTable(report);
  inputEntities(declared, table.add, table.entities, report, symbols);
}
