/**
 * What every name in the text stands for: for going to a declaration, listing its uses, renaming, hovering and completing.
 * Recorded while names are resolved, so it never disagrees with the checker. Names that forms make are not in the text and are left out.
 */
import type { Name, Path, Span } from '../2-syntax/nodes/span.ts';
import type { Type } from '../model/types.ts';
import { wordOf } from './forms/words.ts';

export type DeclarationKind =
  | 'vocabulary'
  | 'lawLine'
  | 'policy'
  | 'document'
  | 'field'
  | 'list'
  | 'value'
  | 'total'
  | 'part'
  | 'payer'
  | 'parameter'
  | 'definition'
  | 'table'
  | 'function'
  | 'formal'
  | 'bands'
  | 'accumulator'
  | 'posting'
  | 'benefit'
  | 'guarantee'
  | 'allocation'
  | 'reference'
  | 'eligibility'
  | 'exception'
  | 'tilt'
  | 'formPart';

export interface Declaration {
  readonly kind: DeclarationKind;
  /** As a path would write it: "门诊统筹.支付"; for a value of an enumeration, the value alone. */
  readonly name: string;
  /** The name itself in the text; for a part that a form makes, the line that makes it. */
  readonly span: Span;
  /** The policy or vocabulary it stands in; absent for these themselves. */
  readonly owner?: string;
  readonly type?: Type;
  /** Values of an enumeration or set, with national codes. */
  readonly values?: readonly { readonly name: string; readonly code?: string }[];
  readonly interfaceName?: string;
  /** For a value: the field that lists it. */
  readonly field?: string;
}

export interface Reference {
  readonly span: Span;
  /** The name span of its declaration. */
  readonly declared: Span;
  readonly name: string;
  readonly type?: Type;
}

/** A declaration that stands in the place of one above: they go by one name. */
export interface Replacement {
  /** The name spans of both declarations. */
  readonly own: Span;
  readonly above: Span;
}

export interface Symbols {
  readonly declarations: readonly Declaration[];
  readonly references: readonly Reference[];
  readonly replacements: readonly Replacement[];
}

/** Collects declarations and references; the same place is kept once, however many versions resolve it. */
export interface SymbolRecorder {
  declare(declaration: Declaration): void;
  /** `written` is the name at `span`; when the text there is something else, a form made the name and nothing is kept. */
  refer(written: Name, to: { readonly name: string; readonly span: Span }, type?: Type): void;
  /** A whole path: its first name to `owner`, its last to `to`. */
  referPath(
    path: Path,
    to: { readonly name: string; readonly span: Span },
    owner?: { readonly name: string; readonly span: Span },
    type?: Type,
  ): void;
  replace(replacement: Replacement): void;
  /** Keeps what another recorder found. */
  take(found: Symbols): void;
  readonly symbols: () => Symbols;
}

/** Things by where they stand: thousands are met again at every check, so a place is a number and no text. */
interface Places<Value> {
  get(span: Span): Value | undefined;
  set(span: Span, value: Value): void;
  all(): readonly Value[];
}

/** More than any text has characters. */
const BEYOND = 2 ** 26;

function places<Value>(): Places<Value> {
  const files = new Map<string, Map<number, Value>>();
  const placeOf = ({ start, end }: Span): number => start * BEYOND + end;
  return {
    get: (span) => files.get(span.file)?.get(placeOf(span)),
    set: (span, value) => {
      const own = files.get(span.file) ?? new Map<number, Value>();
      if (own.size === 0) files.set(span.file, own);
      own.set(placeOf(span), value);
    },
    all: () => [...files.values()].flatMap((own) => [...own.values()]),
  };
}

/** What was written without the quotes around it; a keyword standing as a name goes by its Chinese spelling. */
const plain = (written: string): string => wordOf(written.normalize('NFKC').replace(/^["“]|["”]$/gu, ''));

/** A recorder over the given texts. */
export function recordSymbols(texts: ReadonlyMap<string, string>): SymbolRecorder {
  /** What is declared at one place goes by one or more names. */
  const declarations = places<Map<string, Declaration>>();
  const references = places<Reference>();
  const replacements = places<Map<string, Replacement>>();
  const isWritten = (name: Name): boolean => {
    const text = texts.get(name.span.file);
    return text !== undefined && plain(text.slice(name.span.start, name.span.end)) === name.text;
  };
  const refer: SymbolRecorder['refer'] = (written, to, type) => {
    if (!isWritten(written)) return;
    references.set(written.span, { span: written.span, declared: to.span, name: to.name, ...(type ? { type } : {}) });
  };
  const replace: SymbolRecorder['replace'] = (replacement) => {
    const { own, above } = replacement;
    const known = replacements.get(own) ?? new Map<string, Replacement>();
    replacements.set(own, known.set(`${above.file} ${above.start} ${above.end}`, replacement));
  };
  const recorder: SymbolRecorder = {
    declare(declaration) {
      const here = declarations.get(declaration.span) ?? new Map<string, Declaration>();
      if (here.size === 0) declarations.set(declaration.span, here);
      const known = here.get(declaration.name);
      // What it is was said when its name was met; its type may be known only later.
      if (!known) here.set(declaration.name, declaration);
      else if (!known.type && declaration.type) here.set(declaration.name, { ...known, type: declaration.type });
    },
    refer,
    referPath(path, to, owner, type) {
      const last = path.names.at(-1);
      const first = path.names[0];
      if (first && owner && path.names.length > 1) refer(first, owner);
      if (last) refer(last, to, type);
    },
    replace,
    take(found) {
      found.declarations.forEach(recorder.declare);
      for (const one of found.references) references.set(one.span, one);
      found.replacements.forEach(replace);
    },
    symbols: () => ({
      declarations: declarations.all().flatMap((here) => [...here.values()]),
      references: references.all(),
      replacements: replacements.all().flatMap((own) => [...own.values()]),
    }),
  };
  return recorder;
}

/** A recorder that keeps what stands in one policy's own text: an inherited line means there what its own policy says, and is recorded there. */
export const symbolsWithin = (symbols: SymbolRecorder, isOwn: (span: Span) => boolean): SymbolRecorder => ({
  declare(declaration) {
    if (isOwn(declaration.span)) symbols.declare(declaration);
  },
  refer(written, to, type) {
    if (isOwn(written.span)) symbols.refer(written, to, type);
  },
  referPath(path, to, owner, type) {
    if (isOwn(path.span)) symbols.referPath(path, to, owner, type);
  },
  replace(replacement) {
    if (isOwn(replacement.own)) symbols.replace(replacement);
  },
  take: symbols.take,
  symbols: symbols.symbols,
});
