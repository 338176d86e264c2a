import type { Span } from '../2-syntax/node.ts';
import type { Declaration } from '../3-check/symbols.ts';
import { holds, type Position, type ServiceState } from './state.ts';

const same = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start && a.end === b.end;

/** The name under the caret: where it stands and where it is declared. */
export function nameAt(
  state: ServiceState,
  at: Position,
): { readonly span: Span; readonly declared: Span; readonly name: string } | undefined {
  const reference = state.symbols.references.find((one) => holds(one.span, at));
  if (reference) return reference;
  // A part that a form makes stands at the whole line, which is not its name.
  const declaration = state.symbols.declarations.find((one) => one.kind !== 'formPart' && holds(one.span, at));
  return declaration ? { span: declaration.span, declared: declaration.span, name: declaration.name } : undefined;
}

/** What is declared at a place; of several amounts that one line makes, the one of that name. */
export function declarationOf(state: ServiceState, declared: Span, name?: string): Declaration | undefined {
  const found = state.symbols.declarations.filter((one) => same(one.span, declared));
  return found.find((one) => one.name === name) ?? found[0];
}

/** Where the name under the caret is declared; on a declaration that overrides another, that one above. */
export function definitionAt(state: ServiceState, at: Position): readonly Span[] {
  const name = nameAt(state, at);
  if (!name) return [];
  const above = state.symbols.replacements.filter(({ own }) => same(own, name.span)).map((one) => one.above);
  return above.length > 0 ? above : [name.declared];
}

/** A declaration with all that go by its name because one overrides the other, on whatever step of the ladder. */
export function namesakes(state: ServiceState, declared: Span): readonly Span[] {
  const found = [declared];
  for (const one of found)
    for (const { own, above } of state.symbols.replacements) {
      const other = same(own, one) ? above : same(above, one) ? own : undefined;
      if (other && !found.some((known) => same(known, other))) found.push(other);
    }
  return found;
}

/** The policy, vocabulary or amended policy in whose text a place is. */
export function blockAt(state: ServiceState, { file, start, end }: Span): string | undefined {
  for (const block of state.files.get(file)?.tree.items ?? []) {
    if (start < block.span.start || block.span.end < end) continue;
    if (block.kind === 'policy' || block.kind === 'vocabulary') return block.name.text;
    return block.kind === 'amendment' ? block.policy.text : undefined;
  }
  return undefined;
}

/** The declaration and every use of the name under the caret, in order of file and place. */
export function referencesAt(state: ServiceState, at: Position): readonly Span[] {
  const name = nameAt(state, at);
  return name ? placesOf(state, [name.declared]) : [];
}

/** These declarations and every use of one of them, in order of file and place. */
export function placesOf(state: ServiceState, declared: readonly Span[]): readonly Span[] {
  const isDeclared = (span: Span): boolean => declared.some((one) => same(one, span));
  const uses = state.symbols.references.filter((one) => isDeclared(one.declared)).map((one) => one.span);
  const all = [...declared, ...uses.filter((span) => !isDeclared(span))];
  return all.toSorted((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}
