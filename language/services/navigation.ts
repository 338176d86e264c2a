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

/** What is declared at a place. */
export const declarationOf = (state: ServiceState, declared: Span): Declaration | undefined =>
  state.symbols.declarations.find((one) => same(one.span, declared));

/** Where the name under the caret is declared. */
export function definitionAt(state: ServiceState, at: Position): readonly Span[] {
  const name = nameAt(state, at);
  return name ? [name.declared] : [];
}

/** The declaration and every use of the name under the caret, in order of file and place. */
export function referencesAt(state: ServiceState, at: Position): readonly Span[] {
  const name = nameAt(state, at);
  if (!name) return [];
  const uses = state.symbols.references.filter((one) => same(one.declared, name.declared)).map((one) => one.span);
  const all = [name.declared, ...uses.filter((span) => !same(span, name.declared))];
  return all.toSorted((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}
