import type { Diagnostic, FileState, OutlineEntry, Tree } from '../../language/index.ts';
import { allInitials, colouring, foldsOf, KEYWORDS, LANGUAGE_VERSION, outlineOf } from '../../language/index.ts';
import type { PolicyIr } from '../../runtime/index.ts';
import { layersOf } from '../../runtime/index.ts';
import { createCitations } from './citations.ts';
import type { Analysis, ColourSpan, DeclaredPolicy, OutlineNode, PolicySummary, SymbolEntry, TextRange } from './protocol.ts';
import type { Reading } from './reading.ts';
import type { Repaired } from './repaired.ts';
import { summaryOf } from './summary.ts';

const rangeOf = ({ file, start, end }: TextRange): TextRange => ({ file, start, end });
const folderOf = (path: string): string =>
  path
    .split('/')
    .slice(0, -1)
    .filter((name) => name !== 'amendments')
    .join('/');

/** What follows from the text of one file alone. */
interface OfFile {
  readonly outline: readonly OutlineNode[];
  readonly folds: readonly TextRange[];
  readonly symbols: readonly SymbolEntry[];
}

/**
 * Everything the page knows of a text, from one compilation. What is the same as in the analysis before is the same object, so that it need
 * not be sent or drawn again.
 */
export function createAnalysis(repaired: Repaired): (reading: Reading) => Omit<Analysis, 'tookMs'> {
  const ofFiles = new WeakMap<FileState, OfFile>();
  const ofFile = (state: FileState): OfFile => {
    const known = ofFiles.get(state);
    if (known) return known;
    const outline = outlineOf(state.tree).map((entry) => nodeOf(entry, state));
    const owners = new Map(state.tree.items.flatMap((item) => ('policy' in item ? [[item.span.start, item.policy.text] as const] : [])));
    const own: OfFile = {
      outline,
      folds: foldsOf(state.tokens, state.text).map(({ start, end }) => ({ file: state.path, start, end })),
      symbols: outline.flatMap((node) => symbolsOf(node, owners.get(node.range.start) ?? (node.kind === 'policy' ? node.name : undefined))),
    };
    ofFiles.set(state, own);
    return own;
  };
  const citations = createCitations();
  const painted = new Map<string, readonly ColourSpan[]>();
  const paint = (path: string, colours: readonly ColourSpan[]): readonly ColourSpan[] => {
    const before = painted.get(path);
    const kept = before && sameColours(before, colours) ? before : colours;
    painted.set(path, kept);
    return kept;
  };
  const summed = new Map<string, { readonly from: readonly unknown[]; readonly summary: PolicySummary }>();
  const sum = (policy: PolicyIr, own: DeclaredPolicy, all: readonly PolicyIr[]): PolicySummary => {
    const from = [policy, ...layersOf(policy, all), own.folder, own.files.join('\n')];
    const known = summed.get(policy.id);
    if (known && known.from.length === from.length && known.from.every((one, at) => one === from[at])) return known.summary;
    const summary = summaryOf(policy, own, all);
    summed.set(policy.id, { from, summary });
    return summary;
  };

  return ({ workspace, files, compiled }) => {
    const states = [...files.values()];
    const perFile = <Value>(value: (state: FileState) => Value): Readonly<Record<string, Value>> =>
      Object.fromEntries(states.map((state) => [state.path, value(state)]));
    const declared = declaredPolicies(states, compiled.diagnostics);
    const ir = compiled.file?.ir.policies ?? [];
    const coloursOf = colouring(compiled.symbols);
    return {
      diagnostics: repaired(compiled.diagnostics, files),
      outlines: perFile((state) => ofFile(state).outline),
      colours: perFile((state) => paint(state.path, coloursOf(state.path, state.tokens))),
      folds: perFile((state) => ofFile(state).folds),
      symbols: states.flatMap((state) => ofFile(state).symbols),
      policies: ir.flatMap((policy) => {
        const own = declared.find(({ name }) => name === policy.id);
        return own ? [sum(policy, own, ir)] : [];
      }),
      declared,
      language: LANGUAGE_VERSION,
      citations: citations(
        states.map(({ tree }) => tree),
        compiled.cited,
        workspace.documents.map(({ path }) => path),
      ),
    };
  };
}

const sameColours = (a: readonly ColourSpan[], b: readonly ColourSpan[]): boolean =>
  a.length === b.length && a.every((one, at) => one.start === b[at]?.start && one.end === b[at]?.end && one.kind === b[at]?.kind);

/** The first word of a node as written: 政策, 待遇, policy … */
const wordAt = (text: string, start: number): string => /^[\p{Script=Han}]+|^[A-Za-z]+/u.exec(text.slice(start, start + 24))?.[0] ?? '';

function nodeOf(entry: OutlineEntry, state: FileState): OutlineNode {
  return {
    name: entry.kind === 'amendment' ? (dayIn(state.text.slice(entry.range.start, entry.range.end)) ?? entry.name) : entry.name,
    word: wordAt(state.text, entry.range.start),
    kind: entry.kind,
    range: rangeOf(entry.range),
    nameRange: rangeOf(entry.nameRange),
    children: entry.children.map((child) => nodeOf(child, state)),
  };
}

/** An amendment is known by the day from which it holds, as written in its head. */
const dayIn = (block: string): string | undefined => {
  const head = block.slice(0, Math.max(0, block.search(/[{｛]/u)));
  return /(?:自|from)\s+(?:\S+\s+)?(\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日)/u.exec(head)?.[1];
};

const symbolsOf = (node: OutlineNode, policy: string | undefined): readonly SymbolEntry[] => [
  {
    name: node.name,
    word: node.word,
    kind: node.kind,
    ...(policy === undefined ? {} : { policy }),
    range: node.nameRange,
    initials: allInitials(node.name).join(' '),
  },
  ...node.children.flatMap((child) => symbolsOf(child, policy)),
];

type Named<Kind> = Extract<Tree['items'][number], { readonly kind: Kind }>;

/** The pooling area a policy is of: as it says itself, else as the block says from which it takes that line. */
function areaOf(policy: Named<'policy'>, states: readonly FileState[]): DeclaredPolicy['area'] {
  const blocks = states.flatMap(({ tree }) => tree.items.filter((item) => item.kind === 'policy' || item.kind === 'vocabulary'));
  const seen = new Set<string>();
  const said = (block: Named<'policy' | 'vocabulary'>): DeclaredPolicy['area'] => {
    if (seen.has(block.name.text)) return undefined;
    seen.add(block.name.text);
    const own = block.items.find((item) => item.kind === 'area');
    if (own?.kind === 'area') return { code: own.code.text, name: own.name.text };
    const line = block.items.find((item) => item.kind === 'inherits' && item.names.some(({ text }) => text === KEYWORDS.area.zh));
    const above = line?.kind === 'inherits' ? blocks.find(({ name }) => name.text === line.from.text) : undefined;
    return above && said(above);
  };
  return said(policy);
}

/** Policies as written, each with its files: the text itself, its amendments by name, then scenarios and properties. */
function declaredPolicies(states: readonly FileState[], diagnostics: readonly Diagnostic[]): readonly DeclaredPolicy[] {
  const about = (policy: string, kinds: readonly string[]): readonly string[] =>
    states
      .filter(({ tree }) => tree.items.some((item) => kinds.includes(item.kind) && 'policy' in item && item.policy.text === policy))
      .map(({ path }) => path)
      .toSorted();
  return states.flatMap(({ path, tree }) =>
    tree.items.flatMap((item): readonly DeclaredPolicy[] => {
      if (item.kind !== 'policy') return [];
      const files = [...new Set([path, ...about(item.name.text, ['amendment']), ...about(item.name.text, ['scenario', 'property'])])];
      const area = areaOf(item, states);
      const scheme = item.items.flatMap((line) =>
        line.kind === 'scheme' && line.value.kind === 'reference' ? [line.value.path.names.map(({ text }) => text).join('.')] : [],
      )[0];
      const errors = diagnostics.filter(
        ({ severity, labels }) => severity === 'error' && files.includes(labels[0]?.span.file ?? ''),
      ).length;
      return [
        {
          name: item.name.text,
          folder: folderOf(path),
          ...(area ? { area } : {}),
          ...(scheme === undefined ? {} : { scheme }),
          files,
          range: rangeOf(item.name.span),
          errors,
        },
      ];
    }),
  );
}
