/** The names of one version, from its items as written (for where a name stands) and in the core (for what it means). */
import type { Item } from '../2-syntax/nodes/policy.ts';
import type { Name, Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CoreItem } from './forms/core.ts';
import type { Entity, Names } from './names.ts';
import { nameTable } from './names.ts';
import type { DeclarationKind, SymbolRecorder } from './symbols.ts';
import type { Declared } from './vocabulary.ts';
import { inputEntities } from './vocabulary.ts';

/** Where the names of forms and payments stand in the text; the core has only the lines that make them. */
function writtenNames(items: readonly Item[]): ReadonlyMap<string, { readonly name: Name; readonly kind: DeclarationKind }> {
  const found = new Map<string, { readonly name: Name; readonly kind: DeclarationKind }>();
  const note = (kind: DeclarationKind, name: Name | undefined, owner?: string): void => {
    if (name) found.set(owner === undefined ? name.text : `${owner}.${name.text}`, { name, kind });
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
      case 'posting':
      case 'eligibility':
      case 'exception':
      case 'tilt':
        note(item.kind, item.name);
        break;
      case 'waitingPeriod':
        note('eligibility', item.name);
        break;
      case 'definition':
        note(item.formals.length > 0 ? 'function' : 'definition', item.name);
        break;
      case 'parameter':
      case 'bands':
      case 'accumulator':
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
  unfinished: ReadonlySet<string>,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): Names {
  const { add, entities } = nameTable(report);
  const aliases = new Map<string, string>();
  inputEntities(declared, add, entities, report, symbols);
  const written = writtenNames(items);
  for (const { name, kind } of written.values()) symbols.declare({ kind, name: name.text, span: name.span, owner: policy });
  const spanOf = (address: string, line: Span): Span => written.get(address)?.name.span ?? line;
  for (const item of core) {
    const entity = entityOf(item, spanOf);
    if (entity) add(entity);
    if (item.kind === 'coreBenefit') for (const [from, to] of item.aliases) aliases.set(from, to);
  }
  const valueFields = new Map<string, string[]>();
  for (const entity of entities.values()) {
    if (entity.kind !== 'input' || (entity.input.type.kind !== 'enum' && entity.input.type.kind !== 'set')) continue;
    for (const value of entity.input.type.values) valueFields.set(value, [...(valueFields.get(value) ?? []), entity.name]);
  }
  return { entities, aliases, valueFields, uninherited: declared.uninherited, unfinished };
}

function entityOf(item: CoreItem, spanOf: (address: string, line: Span) => Span): Entity | undefined {
  switch (item.kind) {
    case 'definition':
      return { kind: item.formals.length > 0 ? 'function' : 'definition', name: item.name.text, span: item.name.span, node: item };
    case 'parameter':
    case 'bands':
    case 'accumulator':
      return itemEntity(item);
    case 'formDefinition':
      return { kind: 'made', name: item.address, span: spanOf(item.address, item.span), node: item };
    case 'formPosting':
      return { kind: 'posting', name: item.address, span: spanOf(item.address, item.span), node: item };
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
