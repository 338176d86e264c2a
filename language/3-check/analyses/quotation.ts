/**
 * Whether what a policy quotes stands in its documents.
 *
 * A quote and a document are folded alike: spaces and line ends go, full-width characters narrow; no character of one script becomes one of
 * another. Then the quote must occur as it is. If it does not, the sentence that shares most neighbouring pairs of characters with it is shown
 * with the first place at which they differ. The numbers of a cited rule are compared with the numbers of its quotes as amounts, not as
 * text; one that is missing is a warning, for the source may say it in another place.
 */
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Amendment, Item, Policy } from '../../2-syntax/nodes/policy.ts';
import { documentMissing, noQuote, numberNotQuoted, passageNotFound, quoteNotFound, unknownDocument } from '../../diagnostics/citations.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CitationModel } from '../../model/types.ts';
import { citationModel } from '../citations.ts';
import { nearest } from '../near.ts';
import { type CitedRule, citedChanges, citedRules } from './cited-rules.ts';
import { type Figure, figureOf, figuresIn, says } from './figures.ts';
import { type Folded, findPassage, findQuote, fold, nearestSentence } from './folding.ts';

/** A cited document as text; `path` ends in its file name. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Quotation {
  /** Where the sentence of a citation stands in its document. */
  readonly found: (citation: Citation) => { readonly start: number; readonly end: number } | undefined;
  /** Every citation with the file it names and its place there. */
  readonly cited: readonly CitationModel[];
  readonly diagnostics: readonly Diagnostic[];
}

type Document = Extract<Item, { readonly kind: 'document' }>;

/** Checks the policy and its amendments against the documents; each citation is looked at once. */
export function checkQuotation(policy: Policy, amendments: readonly Amendment[], sources: readonly Source[]): Quotation {
  const items = itemsOf(policy, amendments);
  const declared = items.filter(isDocument);
  const rules = [...citedRules(policy), ...amendments.flatMap(citedChanges)];
  const texts = new Map(declared.map((line) => [line.alias.text, readSource(line, sources)]));
  const found = new Map<Citation, { readonly start: number; readonly end: number }>();
  const diagnostics: Diagnostic[] = declared.flatMap(({ alias, file }) =>
    texts.get(alias.text) ? [] : [documentMissing({ file: file.text, span: file.span })],
  );
  // A quote that has to be repaired first says nothing about numbers.
  const wrong = new Set<Citation>();
  const citations = new Set(rules.flatMap((rule) => rule.citations));
  for (const citation of citations) {
    const result = lookUp(citation, declared, texts);
    if ('code' in result) {
      wrong.add(citation);
      diagnostics.push(result);
    } else if (result.place) found.set(citation, result.place);
  }
  return {
    found: (citation) => found.get(citation),
    cited: [...citations].map((citation) => citedIn(citation, declared, found.get(citation))),
    diagnostics: [
      ...diagnostics,
      ...unplaced(items, [...texts.values()]),
      ...distinct(rules.filter((rule) => !rule.citations.some((one) => wrong.has(one))).flatMap(unquotedNumbers)),
    ],
  };
}

/** What an example quotes must stand in the documents of its policy, as what a rule quotes must; its numbers may be worked out from others. */
export function checkExampleQuotes(
  citations: readonly Citation[],
  policy: Policy,
  amendments: readonly Amendment[],
  sources: readonly Source[],
): Pick<Quotation, 'cited' | 'diagnostics'> {
  if (citations.length === 0) return { cited: [], diagnostics: [] };
  const declared = itemsOf(policy, amendments).filter(isDocument);
  const texts = new Map(declared.map((line) => [line.alias.text, readSource(line, sources)]));
  const looked = citations.map((citation) => ({ citation, result: lookUp(citation, declared, texts) }));
  return {
    cited: looked.map(({ citation, result }) => citedIn(citation, declared, 'code' in result ? undefined : result.place)),
    diagnostics: looked.flatMap(({ result }) => ('code' in result ? [result] : [])),
  };
}

const isDocument = (item: Item): item is Document => item.kind === 'document';

const itemsOf = (policy: Policy, amendments: readonly Amendment[]): readonly Item[] => [
  ...policy.items,
  ...amendments.flatMap((one) => one.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))),
];

const citedIn = (citation: Citation, declared: readonly Document[], place: CitationModel['found']): CitationModel => ({
  ...citationModel(citation, place),
  document: declared.find(({ alias }) => alias.text === citation.document.text)?.file.text ?? citation.document.text,
});

/** What 未能表达 quotes must stand in a document; a policy whose documents are not here cannot be held to it. */
function unplaced(items: readonly Item[], documents: readonly (Read | undefined)[]): readonly Diagnostic[] {
  if (documents.length === 0 || documents.includes(undefined)) return [];
  return items.flatMap((item) => {
    if (item.kind !== 'unexpressed') return [];
    const { text, span } = item.sentence;
    return documents.some((one) => one && findPassage(text, one.folded)) ? [] : [passageNotFound({ sentence: text, span })];
  });
}

/** A document with its text folded for looking up. */
export interface Read extends Source {
  readonly folded: Folded;
}

/** The document of that file name; of several the one whose folder is nearest to the policy's. */
export function readSource({ file, span }: Pick<Document, 'file' | 'span'>, sources: readonly Source[]): Read | undefined {
  const wanted = file.text.normalize('NFC');
  const named = sources.filter(
    ({ path }) => path.normalize('NFC').split('/').at(-1) === wanted || path.normalize('NFC').endsWith(`/${wanted}`),
  );
  const own = span.file.split('/');
  const together = ({ path }: Source): number => path.split('/').findIndex((part, at) => part !== own[at]);
  const best = [...named].sort((a, b) => together(b) - together(a))[0];
  return best && { ...best, folded: foldOnce(best) };
}

/** Documents are long, and several policies and every check after an edit quote the same ones. */
const foldedSources = new Map<string, { readonly text: string; readonly folded: Folded }>();

function foldOnce({ path, text }: Source): Folded {
  const known = foldedSources.get(path);
  if (known?.text === text) return known.folded;
  const folded = fold(text);
  foldedSources.set(path, { text, folded });
  return folded;
}

function lookUp(
  citation: Citation,
  declared: readonly Document[],
  texts: ReadonlyMap<string, Read | undefined>,
): Diagnostic | { readonly place?: { readonly start: number; readonly end: number } } {
  const alias = citation.document.text;
  if (!texts.has(alias)) {
    const near = nearest(
      alias,
      declared.map((one) => one.alias.text),
    );
    return unknownDocument({ alias, near, span: citation.document.span });
  }
  const { folded: quote } = quoteOf(citation);
  if (quote.text === '') return noQuote({ span: citation.span });
  const source = texts.get(alias);
  if (!source) return {};
  const result = lookedUp(quote, source);
  return 'place' in result ? result : quoteNotFound({ document: alias, ...result.nearest, span: citation.quote.span });
}

/** Where it is, or the sentence that is most like it. */
type LookedUp =
  | { readonly place: { readonly start: number; readonly end: number } }
  | { readonly nearest: ReturnType<typeof nearestSentence> };

/** Quotes by what they say, for as long as their document is the same: one that is not found is compared with every sentence. */
const looked = new WeakMap<Folded, Map<string, LookedUp>>();
const MOST_LOOKED_UP = 5000;

function lookedUp(quote: Folded, { folded, text }: Read): LookedUp {
  const known = looked.get(folded) ?? new Map<string, LookedUp>();
  looked.set(folded, known);
  const before = known.get(quote.text);
  if (before) return before;
  const place = findQuote(quote, folded);
  const found = place ? { place } : { nearest: nearestSentence(quote, folded, text) };
  if (known.size >= MOST_LOOKED_UP) known.clear();
  known.set(quote.text, found);
  return found;
}

interface Quote {
  readonly folded: Folded;
  readonly figures: readonly Figure[];
}

/** Sentences as quoted: the same ones are met in every check after an edit. */
const quotes = new Map<string, Quote>();

function quoteOf({ quote: { text } }: Citation): Quote {
  const known = quotes.get(text);
  if (known) return known;
  const folded = fold(text);
  const quote = { folded, figures: figuresIn(folded.text) };
  if (quotes.size >= MOST_LOOKED_UP) quotes.clear();
  quotes.set(text, quote);
  return quote;
}

function unquotedNumbers(rule: CitedRule): readonly Diagnostic[] {
  const [first] = rule.citations;
  if (!first) return [];
  const quoted = rule.citations.flatMap((citation) => quoteOf(citation).figures);
  return rule.numbers.flatMap((number) => {
    const figure = figureOf(number);
    if (!figure || says(quoted, figure)) return [];
    const quotes = quoted.filter((one) => one.of !== undefined).map((one) => one.text);
    return [numberNotQuoted({ number: number.text, quotes: [...new Set(quotes)], span: number.span, quote: first.span })];
  });
}

/** A number stands in one place, though several rules may show it. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ labels }: Diagnostic): string => `${labels[0]?.span.file}:${labels[0]?.span.start}`;
  const seen = new Set<string>();
  return diagnostics.filter((one) => !seen.has(key(one)) && seen.add(key(one)));
}
