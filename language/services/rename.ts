import type { Span } from '../2-syntax/node.ts';
import { spelling } from '../3-check/forms/print.ts';
import type { TextEdit, Words } from '../diagnostics/diagnostic.ts';
import { blockAt, declarationOf, nameAt, namesakes, placesOf } from './navigation.ts';
import type { Position, ServiceState } from './state.ts';

export interface Renaming {
  /** The name under the caret; absent when there is none that can be renamed. */
  readonly range?: Span;
  readonly edits: readonly TextEdit[];
  readonly problem?: Words;
}

/** Edits that give the name under the caret another one, in every file; without `to`, only what would be renamed. */
export function renameAt(state: ServiceState, at: Position, to?: string): Renaming {
  const name = nameAt(state, at);
  const declaration = name && declarationOf(state, name.declared);
  if (!name || !declaration || declaration.kind === 'formPart') {
    return { edits: [], problem: { zh: '这里没有可以改名的名称', en: 'there is no name here that can be renamed' } };
  }
  if (to === undefined) return { range: name.span, edits: [] };
  const wanted = to.trim().normalize('NFKC');
  if (wanted === '' || /[“”"\n]/u.test(wanted)) {
    return {
      range: name.span,
      edits: [],
      problem: { zh: '名称不能是空的, 里面不能有引号', en: 'a name is not empty and holds no quotes' },
    };
  }
  // What overrides it, and what it overrides, keep its name; no policy that has it may have another by the new one.
  const declared = namesakes(state, name.declared);
  const places = placesOf(state, declared);
  const owners = new Set([declaration.owner, ...places.flatMap((span) => blockAt(state, span) ?? [])]);
  const renamed = new Set(declared.flatMap((span) => declarationOf(state, span) ?? []));
  const taken = state.symbols.declarations.some((one) => owners.has(one.owner) && one.name === wanted && !renamed.has(one));
  if (taken) return { range: name.span, edits: [], problem: { zh: `已经有叫 “${wanted}” 的了`, en: `“${wanted}” is taken` } };
  const edits = places.map((span) => {
    const written = state.files.get(span.file)?.text.slice(span.start, span.end) ?? '';
    return { span, text: spelling(wanted, /^["“]/u.test(written)) };
  });
  return { range: name.span, edits };
}
