import type { CitationLink, Clause, ClauseDocument, ClauseState, TextRange } from '../../worker/protocol.ts';

/** What the source pane shows, as pure functions of the stores. */

export type Tone = ClauseState | 'plain';

/** A stretch of a document that looks and does one thing. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly tone: Tone;
  /** A number that nothing accounts for. */
  readonly bare: boolean;
  readonly looked: boolean;
  /** Found by the search. */
  readonly hit: boolean;
}

export interface Paragraph {
  readonly start: number;
  readonly pieces: readonly Piece[];
  /** The state that most wants to be seen; undefined where no sentence has one. */
  readonly state: ClauseState | undefined;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const covers = ({ start, end }: Stretch, from: number, to: number): boolean => start <= from && to <= end;
const WORTH_SEEING: readonly ClauseState[] = ['undone', 'pending', 'rule', 'unexpressed', 'notARule'];

/** Cuts a document at its lines and where anything about it changes. */
export function paragraphsOf(
  text: string,
  found: Pick<ClauseDocument, 'clauses' | 'accounts'> | undefined,
  looked: Stretch | undefined,
  hits: readonly Stretch[],
): readonly Paragraph[] {
  const { clauses = [], accounts = [] } = found ?? {};
  const bare = clauses.flatMap(({ numbers }) => numbers.filter(({ fate }) => fate === undefined));
  const undone = clauses.filter(({ state }) => state === 'undone');
  const stretches: readonly Stretch[] = [...accounts, ...undone, ...bare, ...hits, ...(looked ? [looked] : [])];
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      const here = stretches.filter((one) => one.start < end && one.end > start);
      const cuts = new Set([start, end, ...here.flatMap((one) => [one.start, one.end]).filter((at) => at > start && at < end)]);
      const at = [...cuts].toSorted((a, b) => a - b);
      const pieces = at.slice(0, -1).map((from, index): Piece => {
        const to = at[index + 1] ?? end;
        const fates = accounts.filter((one) => covers(one, from, to)).map(({ fate }) => fate);
        const fate = WORTH_SEEING.find((one) => one !== 'undone' && fates.includes(one));
        return {
          start: from,
          text: text.slice(from, to),
          tone: fate ?? (undone.some((one) => covers(one, from, to)) ? 'undone' : 'plain'),
          bare: bare.some((one) => covers(one, from, to)),
          looked: looked !== undefined && covers(looked, from, to),
          hit: hits.some((one) => covers(one, from, to)),
        };
      });
      const states = clauses.filter((one) => one.start < end && one.end > start).map(({ state }) => state);
      paragraphs.push({ start, pieces, state: WORTH_SEEING.find((one) => states.includes(one)) });
    }
    start = end + 1;
  }
  return paragraphs;
}

/** How many sentences there are of each state. */
export function countsOf(clauses: readonly Clause[]): Readonly<Record<ClauseState, number>> {
  const counts = { rule: 0, pending: 0, undone: 0, unexpressed: 0, notARule: 0 };
  for (const { state } of clauses) counts[state] += 1;
  return counts;
}

/** The next sentence of a state behind an offset, from the top again after the last. */
export function nextOf(clauses: readonly Clause[], state: ClauseState, after: number): Clause | undefined {
  const own = clauses.filter((one) => one.state === state);
  return own.find(({ start }) => start > after) ?? own[0];
}

/** The sentence at a place. */
export const clauseAt = (clauses: readonly Clause[], at: number): Clause | undefined =>
  clauses.find(({ start, end }) => start <= at && at < end);

/** Every place of a text, without regard to width, case and spaces inside. */
export function hitsOf(text: string, typed: string): readonly Stretch[] {
  const letters = [...typed.normalize('NFKC').toLowerCase().replace(/\s/gu, '')];
  if (letters.length === 0) return [];
  const pattern = new RegExp(letters.map((one) => one.replace(/[.*+?^${}()|[\]\\]/u, '\\$&')).join('\\s*'), 'giu');
  // Narrowing a full-width letter keeps its place; other foldings of NFKC do not, and are left alone.
  const folded = text.replace(/[\uff01-\uff5e]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
  return [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** The rules that rest on a stretch of a document; those of the chosen policy first, the narrowest first. */
export function rulesOn(
  links: readonly CitationLink[],
  document: string,
  stretch: Stretch,
  policy: string | undefined,
): readonly CitationLink[] {
  const width = ({ rule }: CitationLink): number => rule.end - rule.start;
  const seen = new Set<string>();
  return links
    .filter(({ document: path, found }) => path === document && found && found.start < stretch.end && found.end > stretch.start)
    .toSorted((a, b) => Number(b.policy === policy) - Number(a.policy === policy) || width(a) - width(b))
    .filter(({ rule }) => {
      // A rule that quotes several stretches of the sentence is one rule.
      const key = `${rule.file} ${rule.start} ${rule.end}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Documents that can be shown: what the policy cites, then what else lies in its folder. */
export function documentsOf(
  links: readonly CitationLink[],
  policy: string | undefined,
  folder: string | undefined,
  paths: readonly string[],
): readonly { readonly path: string; readonly cited: boolean }[] {
  const cited = [...new Set(links.flatMap((link) => (link.policy === policy && link.document !== undefined ? [link.document] : [])))];
  const beside = paths.filter(
    (path) => path.endsWith('.txt') && folder !== undefined && path.startsWith(`${folder}/sources/`) && !cited.includes(path),
  );
  return [...cited.map((path) => ({ path, cited: true })), ...beside.map((path) => ({ path, cited: false }))];
}

/** A citation names a document by its file name, wherever in the workspace it lies. */
export const sameDocument = (one: string, other: string): boolean => one === other || one.split('/').at(-1) === other.split('/').at(-1);

/** The 出处 of a place in the rules whose sentence no document has. */
export const lostAt = (links: readonly CitationLink[], rule: TextRange | undefined): CitationLink | undefined =>
  rule && links.find((link) => link.found === undefined && link.rule.file === rule.file && link.rule.start === rule.start);
