import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Inherits } from '../2-syntax/nodes/policy.ts';
import type { Declaration } from '../3-check/symbols.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { KeywordGroup, KeywordId, KeywordLanguage } from '../keywords.ts';
import { KEYWORD_IDS, KEYWORDS, UNITS } from '../keywords.ts';
import { type Place, placeOf, policyAround } from './blocks.ts';
import { searchText } from './pinyin.ts';
import { snippetsFor } from './snippets.ts';
import { type Position, type ServiceState, tokenAt } from './state.ts';
import { kindWords } from './words.ts';

export interface Suggestion {
  readonly label: string;
  readonly kind: 'keyword' | 'name' | 'value' | 'field' | 'unit' | 'snippet';
  readonly detail?: Words;
  readonly insert: string;
  readonly snippet?: boolean;
  /** What typing is matched against. */
  readonly filter: string;
}

export interface Completions {
  readonly items: readonly Suggestion[];
  readonly replace: { readonly file: string; readonly start: number; readonly end: number };
}

const MOST = 400;

/** What could stand at the caret, likeliest first: names, values and keywords, each found also by pinyin and its initials. */
export function completeAt(state: ServiceState, at: Position, language: KeywordLanguage = 'zh'): Completions {
  const file = state.files.get(at.file);
  const nothing = { items: [], replace: { file: at.file, start: at.offset, end: at.offset } };
  if (!file) return nothing;
  const under = tokenAt(file, at.offset);
  if (under?.kind === 'comment' || (under?.kind === 'text' && at.offset < under.end)) return nothing;
  const typed = under && under.start < at.offset && (under.kind === 'name' || under.kind === 'keyword') ? under : undefined;
  const place = placeOf(file.tokens, typed?.start ?? at.offset);
  const items = suggestions(state, place, language, (item) => listOf(item, file.tokens, at.offset));
  const seen = new Set<string>();
  const once = items.filter((item) => !seen.has(item.label) && seen.add(item.label));
  return { items: once.slice(0, MOST), replace: { file: at.file, start: typed?.start ?? at.offset, end: typed?.end ?? at.offset } };
}

function suggestions(
  state: ServiceState,
  place: Place,
  language: KeywordLanguage,
  listNamed: (item: string) => string | undefined,
): readonly Suggestion[] {
  const policy = policyAround(place);
  const visible = visibleIn(state, policy);
  const names = visible.filter((one) => !isOfItems(one));
  const last = place.before.at(-1);
  const inner = place.blocks.at(-1)?.keyword;
  const stating = inner === 'insured' || inner === 'visit';
  if (last === undefined) {
    if (stating) return names.filter(isStated).map(named);
    if (inner === 'expect') return [...keywords(['scenario'], language), ...names.filter(isAmount).map(named)];
    return [
      ...snippetsFor(inner, language),
      ...keywords(startersOf(inner), language),
      ...(inner === 'amendment' || inner === 'tilt' ? names.map(named) : []),
    ];
  }
  if (last.keyword === 'add' && place.before.length === 1)
    return [...snippetsFor('policy', language), ...keywords(['declaration'], language)];
  // A number that has its unit needs no other.
  if (last.kind === 'number' && !/[\d０-９]$/u.test(last.text)) return [];
  if (last.kind === 'number')
    return UNITS.map((unit) => ({ label: unit[language], kind: 'unit', insert: unit[language], filter: searchText(unit.zh) }));
  const values = valuesFor(place.before, visible, stating);
  if (values) return values;
  if (last.text === '.') {
    const owner = place.before.at(-2)?.text.normalize('NFKC');
    const of = owner === undefined ? undefined : `${listNamed(owner) ?? owner}.`;
    return visible
      .filter((one) => of !== undefined && one.name.startsWith(of))
      .map((one) => named({ ...one, name: one.name.slice(of?.length) }));
  }
  if (isTypePlace(place.before)) return [...keywords(['type'], language), ...names.filter((one) => one.values !== undefined).map(named)];
  if (last.keyword === 'on') return [...policiesOf(state), ...names.filter((one) => one.type?.kind === 'date').map(named)];
  if (last.keyword === 'inherits') return [...vocabulariesOf(state), ...policiesOf(state)];
  if (last.keyword === 'refersTo') return policiesOf(state);
  const offered = offeredTo(state, place.before);
  if (offered)
    return [...offered.map(named), ...keywords(['clause'], language).filter(({ insert }) => insert === KEYWORDS.overriding[language])];
  return [...names.map(named), ...keywords(['reserved', 'function', 'clause', 'bound', 'choice', 'truth'], language)];
}

const isStated = (one: Declaration): boolean => one.kind === 'field' || one.kind === 'list' || one.kind === 'part' || one.kind === 'total';
/** A field of the items of a list: named behind an item, never alone. */
const isOfItems = (one: Declaration): boolean => one.kind === 'field' && one.name.includes('.');

/** The list that an item is of: `逐项 甲 于 项目` next behind the caret, else next before it. */
function listOf(item: string, tokens: readonly SourceToken[], caret: number): string | undefined {
  const found = tokens.flatMap((token, at) => {
    const [name, on, list] = tokens.slice(at + 1, at + 4);
    const fits = token.keyword === 'each' && name?.text.normalize('NFKC') === item && on?.keyword === 'on' && list !== undefined;
    return fits ? [{ start: token.start, list: list.text.normalize('NFKC').replace(/^[“"]|[”"]$/gu, '') }] : [];
  });
  return (found.find(({ start }) => start >= caret) ?? found.at(-1))?.list;
}
const isAmount = (one: Declaration): boolean => ['benefit', 'definition', 'posting', 'formPart', 'guarantee', 'total'].includes(one.kind);

/** What a policy can name: what it declares, what its vocabularies hold, and what it takes from the policies above. */
function visibleIn(state: ServiceState, policy: string | undefined): readonly Declaration[] {
  const vocabularies = new Set(state.symbols.declarations.filter((one) => one.kind === 'vocabulary').map((one) => one.name));
  const lines = policy === undefined ? [] : linesAbove(state, policy);
  const above = new Set(lines.map((line) => line.from.text));
  const taken = new Set(lines.flatMap((line) => line.names.map(({ text }) => text)));
  return state.symbols.declarations.filter(
    (one) =>
      one.owner !== undefined &&
      one.kind !== 'value' &&
      (one.owner === policy ||
        policy === undefined ||
        vocabularies.has(one.owner) ||
        (above.has(one.owner) && taken.has(one.name.split('.')[0] ?? ''))),
  );
}

/** The inherit lines of a policy, and those of the policies above it. */
function linesAbove(state: ServiceState, policy: string): readonly Inherits[] {
  const blocks = [...state.files.values()].flatMap(({ tree }) => tree.items).filter((block) => block.kind === 'policy');
  const names = [policy];
  const found: Inherits[] = [];
  for (const name of names)
    for (const item of blocks.find((block) => block.name.text === name)?.items ?? [])
      if (item.kind === 'inherits') {
        found.push(item);
        if (!names.includes(item.from.text)) names.push(item.from.text);
      }
  return found;
}

/** In an inherit line, after its `:`: the names that the block has and the line does not list yet. */
function offeredTo(state: ServiceState, before: readonly SourceToken[]): readonly Declaration[] | undefined {
  const start = before[0]?.keyword === 'add' ? 1 : 0;
  const line = before[start]?.keyword;
  if ((line !== 'inherits' && line !== 'refersTo') || !before.some(({ text }) => /^[:：]$/u.test(text))) return undefined;
  const from = before[start + 1]?.text.replace(/^[“"]|[”"]$/gu, '').normalize('NFKC');
  if (line === 'refersTo') return state.symbols.declarations.filter((one) => one.owner === from && RESULTS.has(one.kind));
  const listed = new Set(before.slice(start + 2).map(({ text }) => text.normalize('NFKC')));
  return state.symbols.declarations.filter(
    (one) => one.owner === from && !LISTED_WITH_ANOTHER.has(one.kind) && !one.name.includes('.') && !listed.has(one.name),
  );
}

/** What 引用 can name of another policy. */
const RESULTS: ReadonlySet<Declaration['kind']> = new Set(['definition', 'parameter', 'posting', 'guarantee', 'formPart']);

/** Names that come with another one, or cannot be listed. */
const LISTED_WITH_ANOTHER: ReadonlySet<Declaration['kind']> = new Set(['value', 'part', 'formal', 'formPart', 'exception', 'document']);

/** After 是 or 含, or a field's name in a visit: the values it can have. */
function valuesFor(before: readonly SourceToken[], names: readonly Declaration[], stating: boolean): readonly Suggestion[] | undefined {
  let end = before.length - 1;
  while (end >= 1 && before[end]?.text.match(/^[、,，]$/u)) end -= 2;
  const word = before[end];
  const subject = word?.keyword === 'is' || word?.keyword === 'has' ? before[end - 1] : stating ? before[0] : undefined;
  if (!subject) return undefined;
  const own = subject.text.normalize('NFKC');
  const field = names.find((one) => one.values !== undefined && (one.name === own || (isOfItems(one) && one.name.endsWith(`.${own}`))));
  return field?.values?.map((value) => ({
    label: value.name,
    kind: 'value',
    insert: value.name,
    filter: searchText(value.name),
    ...(value.code === undefined ? {} : { detail: { zh: `编码 ${value.code}`, en: `code ${value.code}` } }),
  }));
}

const isTypePlace = (before: readonly SourceToken[]): boolean =>
  /^[:：]$/u.test(before.at(-1)?.text ?? '') &&
  ['field', 'define', 'parameter'].includes((before[0]?.keyword === 'add' ? before[1] : before[0])?.keyword ?? '');

const named = (one: Declaration): Suggestion => ({
  label: one.name,
  kind: one.kind === 'field' || one.kind === 'part' || one.kind === 'total' ? 'field' : 'name',
  detail: kindWords(one),
  insert: one.name,
  filter: searchText(one.name),
});

const keywords = (groups: readonly KeywordGroup[], language: KeywordLanguage): readonly Suggestion[] =>
  KEYWORD_IDS.filter((id) => groups.includes(KEYWORDS[id].group)).map((id) => ({
    label: KEYWORDS[id][language],
    kind: 'keyword',
    insert: KEYWORDS[id][language],
    filter: language === 'zh' ? searchText(KEYWORDS[id].zh) : KEYWORDS[id].en,
  }));

const policiesOf = (state: ServiceState): readonly Suggestion[] => quotedNames(state, 'policy');
const vocabulariesOf = (state: ServiceState): readonly Suggestion[] => quotedNames(state, 'vocabulary');
const quotedNames = (state: ServiceState, kind: 'policy' | 'vocabulary'): readonly Suggestion[] =>
  state.symbols.declarations
    .filter((one) => one.kind === kind)
    .map((one) => ({ label: one.name, kind: 'name', detail: kindWords(one), insert: `“${one.name}”`, filter: searchText(one.name) }));

/** The keywords that can begin a statement in a block. */
function startersOf(block: KeywordId | undefined): readonly KeywordGroup[] {
  switch (block) {
    case undefined:
      return ['file'];
    case 'policy':
      return ['declaration', 'law'];
    case 'vocabulary':
      return ['declaration'];
    case 'benefit':
      return ['line', 'declaration'];
    case 'amendment':
      return ['change', 'declaration'];
    case 'scenario':
      return ['scenario'];
    default:
      return [];
  }
}
