/** The names of one version, from its items as written (for where a name stands) and in the core (for what it means). */
import { dayNumber, dayText } from '../../runtime/calendar/date.ts';
import type { Item } from '../2-syntax/nodes/policy.ts';
import type { Name, Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { referenceClash } from '../diagnostics/layers.ts';
import { duplicateName } from '../diagnostics/names.ts';
import type { Type } from '../model/types.ts';
import type { EffectivePolicy } from './analyses/timeline-types.ts';
import { computedEntities } from './computed.ts';
import type { CoreItem } from './forms/core.ts';
import type { Entity, Names } from './names.ts';
import { addressOf, nameTable } from './names.ts';
import type { Law } from './site.ts';
import type { DeclarationKind, SymbolRecorder } from './symbols.ts';
import { typeFromNode } from './type-node.ts';
import type { Declared } from './vocabulary.ts';
import { inputEntities } from './vocabulary.ts';

interface Written {
  readonly address: string;
  readonly name: Name;
  readonly kind: DeclarationKind;
}

/** Where the names of forms and payments stand in the text; the core has only the lines that make them. */
function writtenNames(items: readonly Item[]): readonly Written[] {
  const found: Written[] = [];
  const note = (kind: DeclarationKind, name: Name | undefined, owner?: string): void => {
    if (name) found.push({ address: owner === undefined ? name.text : `${owner}.${name.text}`, name, kind });
  };
  for (const item of items) {
    switch (item.kind) {
      case 'benefit':
        note('benefit', item.name);
        for (const line of item.lines)
          if (line.kind === 'eligibility' || line.kind === 'waitingPeriod' || line.kind === 'tilt')
            note(line.kind === 'tilt' ? 'tilt' : 'eligibility', line.name, item.name.text);
        break;
      case 'guarantee':
      case 'allocation':
      case 'posting':
      case 'eligibility':
      case 'exception':
      case 'tilt':
        note(item.kind, item.name);
        break;
      case 'waitingPeriod':
        note('eligibility', item.name);
        break;
      case 'due':
        note('definition', item.name);
        break;
      case 'definition':
        note(item.formals.length > 0 ? 'function' : 'definition', item.name);
        if (item.among) note('table', { text: item.among.table, span: item.among.at, quoted: false });
        break;
      case 'accumulator':
        if (!item.also) note(item.kind, item.name);
        break;
      case 'parameter':
      case 'bands':
        note(item.kind, item.name);
        break;
      default:
        break;
    }
  }
  return found;
}

/** All entities, aliases and enumeration values of one version. */
export function declareNames(
  policy: string,
  items: readonly Item[],
  core: readonly CoreItem[],
  declared: Declared,
  identity: readonly (string | undefined)[],
  unfinished: ReadonlySet<string>,
  references: readonly Entity[],
  amendments: EffectivePolicy['amendments'],
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): Names {
  const { add, entities } = nameTable(report);
  const aliases = new Map<string, string>();
  inputEntities(declared, add, entities, report, symbols);
  const written = writtenNames(items);
  for (const { address, name, kind } of written) symbols.declare({ kind, name: address, span: name.span, owner: policy });
  const nameAt = new Map(
    written.filter(({ kind }) => kind !== 'exception' && kind !== 'tilt').map(({ address, name }) => [address, name] as const),
  );
  const spanOf = (address: string, line: Span): Span => nameAt.get(address)?.span ?? line;
  for (const item of core) {
    const entity = entityOf(item, spanOf);
    if (entity) add(entity);
    if (item.kind === 'coreBenefit') for (const [from, to] of item.aliases) aliases.set(from, to);
  }
  for (const item of core) {
    const fed = item.kind === 'accumulator' && item.minus ? entities.get(item.name.text) : undefined;
    if (fed?.kind === 'accumulator') entities.set(fed.name, { ...fed, lessened: true });
  }
  const tables = new Map<string, Span>();
  for (const item of items) {
    if (item.kind !== 'definition' || !item.among) continue;
    const { table: name, at } = item.among;
    const first = entities.get(name)?.span ?? tables.get(name) ?? at;
    tables.set(name, first);
    if (first.file !== at.file || first.start !== at.start) report(duplicateName({ name, span: at, first }));
  }
  for (const reference of references) addReference(reference, add, entities, report);
  const valueFields = new Map<string, string[]>();
  for (const entity of entities.values()) {
    if (entity.kind !== 'input' || (entity.input.type.kind !== 'enum' && entity.input.type.kind !== 'set')) continue;
    for (const value of entity.input.type.values) valueFields.set(value, [...(valueFields.get(value) ?? []), entity.name]);
  }
  const computed = computedEntities(
    items.filter((item) => item.kind === 'computed'),
    core,
    entities,
    identity,
    report,
    symbols,
  );
  return { entities, computed, aliases, valueFields, uninherited: declared.uninherited, stopped: stoppedBy(amendments), unfinished };
}

/** What the amendments in force have ended, lines of tables aside: a later one of the same name stands before it. */
const stoppedBy = (amendments: EffectivePolicy['amendments']): Names['stopped'] =>
  new Map(
    amendments.flatMap(({ changes, effective }) =>
      changes.flatMap((change) =>
        change.kind === 'stop' && change.path.keys.length === 0
          ? [
              [
                addressOf(change.path),
                { span: change.path.span, day: effective ? dayText(dayNumber(effective.year, effective.month, effective.day)) : '待定' },
              ] as const,
            ]
          : [],
      ),
    ),
  );

/** A name of 引用 that is not also one of this policy, or the beginning of one. */
function addReference(
  reference: Entity,
  add: (entity: Entity) => void,
  entities: ReadonlyMap<string, Entity>,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (reference.kind !== 'reference' && reference.kind !== 'accumulator') return;
  if (!reference.of) return;
  const [first = ''] = reference.name.split('.');
  const own = entities.get(reference.name) ?? entities.get(first);
  if (!own || own.kind === 'reference' || (own.kind === 'accumulator' && own.of)) {
    add(reference);
    return;
  }
  const { policy, at } = reference.of;
  report(
    referenceClash({
      name: reference.name,
      policy,
      rename: `${reference.kind === 'reference' ? '前层' : '另册'}${reference.name.replaceAll('.', '')}`,
      span: at,
      first: own.span,
    }),
  );
}

/** Records what the policy itself names, with types, once these are known. Parts that a form makes stand at the line that makes them. */
export function recordDeclarations(law: Law): void {
  const { names, symbols, policy: owner } = law;
  const record = (kind: DeclarationKind, name: string, span: Span, type: Type | undefined): void =>
    symbols.declare({ kind, name, span, owner, ...(type ? { type } : {}) });
  for (const entity of names.entities.values()) {
    switch (entity.kind) {
      case 'definition':
      case 'parameter':
        record(entity.kind, entity.name, entity.span, law.typeOf(entity.name));
        break;
      case 'function':
        record(
          'function',
          entity.name,
          entity.span,
          typeFromNode(entity.node.type, names, () => {}),
        );
        break;
      case 'bands':
        record('bands', entity.name, entity.span, undefined);
        break;
      case 'accumulator':
        if (entity.of) break;
        record('accumulator', entity.name, entity.span, law.accumulatorType(entity.name)?.type);
        break;
      case 'made':
      case 'posting':
        record(
          entity.name.includes('.')
            ? 'formPart'
            : entity.kind === 'posting'
              ? 'posting'
              : entity.node.form.kind === 'due'
                ? 'definition'
                : 'eligibility',
          entity.name,
          entity.span,
          law.typeOf(entity.name),
        );
        break;
      case 'input':
      case 'list':
      case 'payer':
      case 'benefit':
      case 'reference':
        break;
    }
  }
  for (const [alias, address] of names.aliases) {
    const entity = names.entities.get(address);
    if (entity) record('formPart', alias, entity.span, law.typeOf(address));
  }
}

function entityOf(item: CoreItem, spanOf: (address: string, line: Span) => Span): Entity | undefined {
  switch (item.kind) {
    case 'definition':
      return { kind: item.formals.length > 0 ? 'function' : 'definition', name: item.name.text, span: item.name.span, node: item };
    case 'accumulator':
      return item.also ? undefined : itemEntity(item);
    case 'parameter':
    case 'bands':
      return itemEntity(item);
    case 'formDefinition':
      // 算得 goes by the name of its field, which is a name already.
      return item.form.kind === 'computed'
        ? undefined
        : { kind: 'made', name: item.address, span: spanOf(item.address, item.span), node: item };
    case 'formPosting':
      return { kind: 'posting', name: item.address, span: spanOf(item.address, item.span), node: item };
    case 'coreAllocation':
      return { kind: 'allocation', name: item.name, span: spanOf(item.name, item.span), node: item };
    case 'coreBenefit':
      return { kind: 'benefit', name: item.name, span: spanOf(item.name, item.span), node: item };
    default:
      return undefined;
  }
}

function itemEntity(item: Extract<CoreItem, { readonly kind: 'parameter' | 'bands' | 'accumulator' }>): Entity {
  const at = { name: item.name.text, span: item.name.span };
  switch (item.kind) {
    case 'parameter':
      return { kind: 'parameter', ...at, node: item };
    case 'bands':
      return { kind: 'bands', ...at, node: item };
    case 'accumulator':
      return { kind: 'accumulator', ...at, node: item };
  }
}
