import type { CitationModel, Tree } from '../../language/index.ts';
import type { CitationLink, TextRange } from './protocol.ts';

interface Cited {
  readonly policy: string;
  readonly quote: string;
  readonly cited: TextRange;
  readonly rule: TextRange;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const spanOf = (value: unknown): TextRange | undefined => {
  if (!isRecord(value)) return undefined;
  const { file, start, end } = value;
  return typeof file === 'string' && typeof start === 'number' && typeof end === 'number' ? { file, start, end } : undefined;
};

/** Every 出处 line with the narrowest rule around it. Trees are walked as plain values: a construct that comes later cites in the same way. */
function citedIn(node: unknown, policy: string, rule: TextRange | undefined, found: Cited[]): void {
  if (Array.isArray(node)) for (const one of node) citedIn(one, policy, rule, found);
  if (!isRecord(node)) return;
  const own = spanOf(node.span);
  if (node.kind === 'citation' && own && isRecord(node.quote) && typeof node.quote.text === 'string') {
    found.push({ policy, quote: node.quote.text, cited: own, rule: rule ?? own });
    return;
  }
  const inner = typeof node.kind === 'string' && own ? own : rule;
  for (const part of Object.values(node)) if (typeof part === 'object') citedIn(part, policy, inner, found);
}

/** Which sentence each rule rests on, and where that sentence stands. In a text that cannot be read whole it is where it last stood. */
export function createCitations(): (
  trees: readonly Tree[],
  quoted: readonly CitationModel[],
  documents: readonly string[],
) => readonly CitationLink[] {
  /** By policy and quote, where it last stood. */
  const remembered = new Map<string, CitationModel>();
  const inTrees = new WeakMap<Tree, readonly Cited[]>();
  const links = new WeakMap<
    Cited,
    { readonly from: CitationModel | undefined; readonly document: string | undefined; readonly link: CitationLink }
  >();
  const citedBy = (tree: Tree): readonly Cited[] => {
    const known = inTrees.get(tree);
    if (known) return known;
    const found: Cited[] = [];
    for (const item of tree.items) {
      const policy = item.kind === 'policy' ? item.name.text : 'policy' in item ? item.policy.text : undefined;
      if (policy !== undefined) citedIn(item, policy, undefined, found);
    }
    inTrees.set(tree, found);
    return found;
  };
  return (trees, quoted, documents) => {
    const places = new Map(quoted.map((citation) => [`${citation.span.file} ${citation.span.start}`, citation] as const));
    const byName = new Map(documents.toReversed().map((path) => [path.slice(path.lastIndexOf('/') + 1).normalize('NFC'), path] as const));
    const paths = new Set(documents);
    const pathOf = (document: string): string | undefined => (paths.has(document) ? document : byName.get(document.normalize('NFC')));
    const seen = new Set<string>();
    return trees.flatMap(citedBy).flatMap((one): readonly CitationLink[] => {
      const { policy, quote, cited, rule } = one;
      const key = `${cited.start} ${rule.file} ${rule.start} ${rule.end}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const known = places.get(`${cited.file} ${cited.start}`);
      if (known) remembered.set(`${policy} ${quote}`, known);
      const place = known ?? remembered.get(`${policy} ${quote}`);
      const document = place && pathOf(place.document);
      const before = links.get(one);
      if (before && before.from === place && before.document === document) return [before.link];
      const link: CitationLink = {
        policy,
        quote,
        cited,
        rule,
        ...(document === undefined ? {} : { document }),
        ...(place?.found ? { found: place.found } : {}),
      };
      links.set(one, { from: place, document, link });
      return [link];
    });
  };
}
