/** Names used outside the policies: in amendments, scenarios and properties. They are checked elsewhere; here they are only recorded. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Amendment, Given, Property, Scenario, TopLevel } from '../2-syntax/nodes/policy.ts';
import type { Name, Path, Span } from '../2-syntax/nodes/span.ts';
import type { Entity, Names } from './names.ts';
import { find } from './names.ts';
import { addressWithKeys } from './reference.ts';
import type { SymbolRecorder } from './symbols.ts';

/** The names of all versions of a policy, the latest first. */
export type NamesOf = (policy: string) => readonly Names[];

/** Records every name that a block outside the policies uses. */
export function recordMentions(
  block: TopLevel,
  policies: ReadonlyMap<string, { readonly name: string; readonly span: Span }>,
  namesOf: NamesOf,
  symbols: SymbolRecorder,
): void {
  if (block.kind === 'vocabulary' || block.kind === 'policy' || block.kind === 'reconciliation') return;
  const policy = policies.get(block.policy.text);
  if (policy) symbols.refer(block.policy, policy);
  const names = namesOf(block.policy.text);
  const path = (one: Path): Entity | undefined => recordPath(one, names, symbols);
  switch (block.kind) {
    case 'amendment':
      recordAmendment(block, path);
      break;
    case 'scenario':
      recordScenario(block, path, symbols);
      break;
    case 'property':
      recordLaw(block, path, symbols);
      break;
  }
}

function recordPath(path: Path, names: readonly Names[], symbols: SymbolRecorder): Entity | undefined {
  for (const one of names) {
    const plain = path.names.map((name) => name.text).join('.');
    const entity = find(one, addressWithKeys(path)) ?? find(one, plain);
    if (!entity) continue;
    // A result of another policy stands under the name that it has there.
    const owner = one.entities.get(path.names[0]?.text ?? '') ?? (entity.kind === 'reference' ? entity.of.owner : undefined);
    symbols.referPath(path, entity, owner, entity.kind === 'input' ? entity.input.type : undefined);
    return entity;
  }
  return undefined;
}

function recordAmendment(amendment: Amendment, path: (one: Path) => unknown): void {
  for (const change of amendment.changes) if (change.kind !== 'insert') path(change.path);
}

function recordScenario(scenario: Scenario, path: (one: Path) => Entity | undefined, symbols: SymbolRecorder): void {
  for (const line of scenario.lines) {
    switch (line.kind) {
      case 'person':
      case 'encounter':
      case 'expect':
      case 'correct':
        for (const given of line.given) recordGiven(given, path, symbols);
        break;
      case 'suppose':
        path(line.path);
        break;
      case 'opening':
        path(line.accumulator);
        break;
      case 'knownOn':
      case 'reverse':
      case 'backPay':
        break;
    }
  }
}

function recordGiven(given: Given, path: (one: Path) => Entity | undefined, symbols: SymbolRecorder): void {
  recordValues(path(given.path), given.values, symbols);
}

function recordValues(field: Entity | undefined, values: readonly Expression[], symbols: SymbolRecorder): void {
  if (field?.kind !== 'input') return;
  for (const value of values) {
    const name: Name | undefined = value.kind === 'reference' && value.path.names.length === 1 ? value.path.names[0] : undefined;
    const span = name && field.values?.get(name.text);
    if (name && span) symbols.refer(name, { name: name.text, span }, field.input.type);
  }
}

function recordLaw({ law }: Property, path: (one: Path) => Entity | undefined, symbols: SymbolRecorder): void {
  if (law.subject.kind === 'reference') path(law.subject.path);
  switch (law.kind) {
    case 'bounded':
      return;
    case 'monotone':
    case 'splitting':
      path(law.along);
      return;
    case 'compared':
      recordValues(path(law.field), [law.from, law.to], symbols);
      return;
  }
}
