/** 词汇 and 继承: a policy has what it declares and what it lists by name, and nothing else. */
import type { Bill, Constraint, Payer } from '../2-syntax/nodes/bill.ts';
import type { Field, ItemList } from '../2-syntax/nodes/declaration.ts';
import type { Inherits, Item, Vocabulary } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asOfNotDate } from '../diagnostics/inputs.ts';
import { lawInVocabulary } from '../diagnostics/settings.ts';
import { isSharedLine, lineName } from './analyses/law-lines.ts';
import type { Inheritance } from './analyses/timeline-types.ts';
import type { Sourced } from './input.ts';
import { billEntities, fieldEntity, onlyBill, payerEntity } from './input.ts';
import { listEntity } from './items.ts';
import type { Entity, Uninherited } from './names.ts';
import { nameTable } from './names.ts';
import { nearest } from './near.ts';
import type { SymbolRecorder } from './symbols.ts';

type Shared = Field | ItemList | Bill | Payer | Constraint;

/** Declarations of the input that hold in one version, inherited ones first. */
export interface Declared {
  readonly fields: readonly Sourced<Field>[];
  readonly lists: readonly Sourced<ItemList>[];
  readonly bill: Sourced<Bill> | undefined;
  readonly payers: readonly Sourced<Payer>[];
  readonly constraints: readonly Sourced<Constraint>[];
  readonly uninherited: ReadonlyMap<string, Uninherited>;
}

const isShared = (item: Item): item is Shared =>
  item.kind === 'field' || item.kind === 'items' || item.kind === 'bill' || item.kind === 'payer' || item.kind === 'constraint';

/** What the items of one version declare; inherited ones stand among them, and `ownerOf` says whose text each is. */
export function gather(
  items: readonly Item[],
  inherited: readonly Inheritance[],
  ownerOf: (span: Span) => string,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): Declared {
  const found = new Map(items.filter(isShared).map((node) => [node, { node, owner: ownerOf(node.span) }] as const));
  const of = <K extends Shared['kind']>(kind: K): readonly Sourced<Extract<Shared, { readonly kind: K }>>[] =>
    [...found.values()].flatMap(({ node, owner }) =>
      node.kind === kind ? [{ node: node as Extract<Shared, { readonly kind: K }>, owner }] : [],
    );
  const uninherited = new Map<string, Uninherited>();
  for (const { line, from, offers, absent } of inherited) {
    symbols.refer(line.from, { name: from.text, span: from.span });
    for (const name of [...line.names, ...line.overrides]) {
      const span = offers.get(name.text);
      if (span) symbols.refer(name, { name: name.text, span });
    }
    const list = listSpan(line);
    for (const name of offers.keys())
      if (!line.names.some((one) => one.text === name)) uninherited.set(name, { vocabulary: from.text, list });
    for (const name of absent) uninherited.set(name.text, { vocabulary: from.text, list, lapsed: true });
  }
  const fields = of('field');
  reportAsOf(fields, report, symbols);
  return {
    fields,
    lists: of('items'),
    bill: onlyBill(of('bill'), report),
    payers: of('payer'),
    constraints: of('constraint'),
    uninherited,
  };
}

/** From the first to the last name: where one more can be added. */
const listSpan = (setting: Inherits): Span => ({
  ...setting.span,
  start: setting.names[0]?.span.start ?? setting.span.end,
  end: setting.names.at(-1)?.span.end ?? setting.span.end,
});

/** 于 names a date field that this version has. */
function reportAsOf(fields: readonly Sourced<Field>[], report: (diagnostic: Diagnostic) => void, symbols: SymbolRecorder): void {
  const dates = fields.filter(({ node }) => node.type.kind === 'plain' && node.type.of === 'date');
  const names = dates.map((one) => one.node.name.text);
  for (const { node } of fields) {
    if (!node.asOf) continue;
    const { text, span } = node.asOf;
    const date = dates.find((one) => one.node.name.text === text);
    if (date) symbols.refer(node.asOf, { name: date.node.name.text, span: date.node.name.span });
    else report(asOfNotDate({ field: node.name.text, name: text, near: nearest(text, names), span }));
  }
}

/** Entities of fields, bill and payers; fields that take their values from another come after it. */
export function inputEntities(
  declared: Pick<Declared, 'fields' | 'lists' | 'bill' | 'payers'>,
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
  for (const list of declared.lists) add(listEntity(list, around));
  if (declared.bill) for (const entity of billEntities(declared.bill, around)) add(entity);
  for (const payer of declared.payers) add(payerEntity(payer, around));
}

/** A vocabulary by itself: its names, and that it holds no law. */
export function checkVocabulary(vocabulary: Vocabulary, report: (diagnostic: Diagnostic) => void, symbols: SymbolRecorder): void {
  const owner = vocabulary.name.text;
  symbols.declare({ kind: 'vocabulary', name: owner, span: vocabulary.name.span });
  for (const item of vocabulary.items) {
    const line = lineName(item);
    if (line) symbols.declare({ kind: 'lawLine', name: line.text, span: line.span, owner });
    if (!isShared(item) && !isSharedLine(item) && item.kind !== 'citation') report(lawInVocabulary({ span: item.span }));
  }
  const declared = gather(vocabulary.items, [], () => owner, report, symbols);
  const table = nameTable(report);
  inputEntities(declared, table.add, table.entities, report, symbols);
}
