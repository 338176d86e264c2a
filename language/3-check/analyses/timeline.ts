/**
 * The law as a step function of two days: the day of the event (which law) and the day of knowledge (what was published).
 *
 * 1. Read 发布, 自 and 至 of the policy and of every amendment: a day, an assumed day, or an open one between bounds.
 * 2. Cut both axes at every day at which one of them begins, ends or stops being open. Inside a rectangle between cuts, each amendment
 *    is in force, not in force, or open: in force needs both its days reached.
 * 3. For each rectangle take the amendments in force in the order of their days and apply them to the items of the policy, comparing every
 *    old value with what then stands there. Where some are open, do so for each combination: these are the candidates.
 * 4. Equal sets of amendments give one version. Neighbouring rectangles with the same answer are joined.
 *
 * Without 知晓日 all that is published counts, also what was published on a day nobody knows: the last slice of the known axis, from
 * 9999-12-31 on, stands for that. It exists only where such a day is open. A policy whose own 发布 is open counts as known: nothing in the
 * text could have been law before it.
 *
 * The axes are cut at the amendments of the policies above too, as far as they reach this one: what is inherited is what stands there on that
 * day, as it was known then.
 */
import { type CivilDate, LAST_DAY } from '../../../runtime/calendar/date.ts';
import type { Expression } from '../../2-syntax/node.ts';
import type { Amendment, Policy } from '../../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { tooOpen } from '../../diagnostics/timeline.ts';
import { checkBirths } from './births.ts';
import { composer } from './compose.ts';
import { civil, cutsOf, type DayReading, earliest, type Reached, reached } from './days.ts';
import { checkHeritage } from './heritage.ts';
import { type Ladder, lawsAbove, rungsAbove } from './ladder.ts';
import { checkLaterChanges, inOrder, type Law, ownerOf, reaches, readAmendment, readBase } from './laws.ts';
import { joinCells } from './rectangles.ts';
import type { ColumnStretch, DayPoint, Timeline, TimelineCell } from './timeline-types.ts';
import { dayWords, type VersionTable, versionTable } from './versions.ts';

/** Combinations of open days beyond this are reported, not laid out. */
const MOST_CANDIDATES = 64;

/**
 * `texts` by file, only to place repairs. Amendments of other policies must be left out by the caller; those of the policies above are found
 * in the ladder.
 */
export function buildTimeline(
  policy: Policy,
  amendments: readonly Amendment[],
  texts: ReadonlyMap<string, string> = new Map(),
  ladder: Ladder = new Map(),
): Timeline {
  const rung = { block: policy, amendments };
  const base = readBase(policy);
  const reads = amendments.map(readAmendment);
  const own = inOrder(reads.flatMap((read) => read.law ?? []));
  const laws = inOrder([...own, ...lawsAbove(rung, ladder)]);
  const owners = [...new Set(laws.map(ownerOf))];
  const reaching = owners.flatMap((owner) => reaches(laws.filter((law) => ownerOf(law) === owner)));
  const diagnostics: Diagnostic[] = [
    ...base.diagnostics,
    ...reads.flatMap((read) => read.diagnostics),
    ...checkLaterChanges(
      reaching.filter(({ law }) => own.includes(law)),
      texts,
    ),
  ];
  if (base.law) diagnostics.push(...checkBirths(base.law, own));
  const compose = composer(ladder, reaching);
  if (!base.law) {
    const { items, provenance, inherited, diagnostics: found } = compose(rung, [], dayWords(undefined));
    return {
      versions: [],
      undated: { id: '', items, amendments: [], provenance, assumes: [], inherited },
      cells: [],
      dayPoints: [],
      columns: new Map(),
      diagnostics: [...diagnostics, ...found],
    };
  }
  const versions = versionTable(base.law, laws, (some, day) => compose(rung, some, day), policy.name.text);
  const columns = new Map<number, readonly ColumnStretch[]>();
  const datedReads = [rung, ...rungsAbove(policy.name.text, ladder)].some((one) =>
    [one.block, ...one.amendments].some(blockReadsAnotherDay),
  );
  const cells = layOut(base.law, laws, versions, diagnostics, datedReads ? columns : undefined);
  return {
    columns,
    versions: versions.all(),
    cells: joinCells(cells),
    dayPoints: dayPointsOf(base.law, laws, policy.name.text),
    diagnostics: [...diagnostics, ...versions.diagnostics(), ...checkHeritage(rung, ladder, base.law, own, versions.all())],
  };
}

interface Slice {
  /** Absent: from the beginning of time. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

const slices = (cuts: readonly CivilDate[]): readonly Slice[] => {
  const days = [...new Set(cuts)].sort((a, b) => a - b);
  return [undefined, ...days].map((from, at) => ({
    ...(from === undefined ? {} : { from }),
    ...(days[at] === undefined ? {} : { to: days[at] }),
  }));
};

const openForever = (day: DayReading): boolean => day.kind === 'open' && day.notAfter === undefined;

/** Blocks that were looked through before. */
const looked = new WeakMap<object, boolean>();

/** Whether anything is read as it stood on another day. Only then does a version depend on what else was known. */
function blockReadsAnotherDay(block: object): boolean {
  const known = looked.get(block) ?? readsAnotherDay(block);
  looked.set(block, known);
  return known;
}

function readsAnotherDay(node: object): boolean {
  if ('kind' in node && node.kind === 'asOf') return true;
  for (const part of Object.values(node)) if (typeof part === 'object' && part !== null && readsAnotherDay(part)) return true;
  return false;
}

/** With `columns` versions that differ only in what was known of other days are kept apart, and each gets its column. */
function layOut(
  base: Law,
  laws: readonly Law[],
  versions: VersionTable,
  diagnostics: Diagnostic[],
  columns: Map<number, readonly ColumnStretch[]> | undefined,
): readonly TimelineCell[] {
  const days = slices([base, ...laws].flatMap((law) => [...cutsOf(law.effective), ...(law.until === undefined ? [] : [law.until + 1])]));
  const knownCuts = [...laws.flatMap((law) => cutsOf(law.published)), ...(base.published.kind === 'known' ? cutsOf(base.published) : [])];
  const known = slices([...knownCuts, ...(laws.some((law) => openForever(law.published)) ? [LAST_DAY] : [])]);
  const all = [base.published.kind === 'open' ? { ...base, published: SINCE_EVER } : base, ...laws];
  const effective = days.map((day) => all.map((law) => effectiveOn(law, day)));
  const published = known.map((knowledge) => all.map((law) => publishedBy(law, knowledge)));
  /** The base first, then each law. */
  const statesAt = (day: number, column: number): readonly State[] =>
    all.map((law, at) => stateOf(law, effective[day]?.[at] ?? 'no', published[column]?.[at] ?? 'no'));
  const signatures = known.map((_, column) =>
    columns ? days.map((_day, at) => statesAt(at, column).map(({ state }) => state)).join('|') : '',
  );
  const cells = days.flatMap((day, row) =>
    known.map((knowledge, column) => {
      const [own = never, ...states] = statesAt(row, column);
      const inForce = laws.filter((_, at) => states[at]?.state === 'yes');
      let open = laws.filter((_, at) => states[at]?.state === 'open');
      if (2 ** open.length * (own.state === 'open' ? 2 : 1) > MOST_CANDIDATES) {
        diagnostics.push(
          tooOpen({ open: open.length, limit: MOST_CANDIDATES, span: open[0]?.amendment?.span ?? { file: '', start: 0, end: 0 } }),
        );
        open = [];
      }
      const at = day.from ?? earliest(base.effective);
      const notYet = own.state === 'open' ? [versions.before()] : [];
      const made = own.state === 'no' ? [] : subsets(open).map((some) => versions.of([...inForce, ...some], at, signatures[column] ?? ''));
      const candidates = [...notYet, ...made];
      const nodes = own.state === 'no' || candidates.length < 2 ? [] : [own, ...states].flatMap((one) => one.open);
      return {
        ...span(day, knowledge),
        ...(candidates.length === 1 && candidates[0] !== undefined ? { version: candidates[0] } : {}),
        candidates: candidates.length > 1 ? candidates : [],
        open: nodes,
        knownAssumes: own.state === 'no' ? [] : states.flatMap((one) => one.assumes),
      };
    }),
  );
  for (const at of known.keys()) {
    const stretches = cells
      .filter((_, index) => index % known.length === at)
      .map(({ from, version, candidates, open }) => ({
        ...(from ? { from } : {}),
        versions: version === undefined ? candidates : [version],
        open,
      }));
    for (const one of stretches.flatMap((stretch) => stretch.versions)) columns?.set(one, stretches);
  }
  return cells;
}

const span = (day: Slice, known: Slice): Pick<TimelineCell, 'from' | 'to' | 'knownFrom' | 'knownTo'> => ({
  ...(day.from === undefined ? {} : { from: civil(day.from) }),
  ...(day.to === undefined ? {} : { to: civil(day.to) }),
  ...(known.from === undefined ? {} : { knownFrom: civil(known.from) }),
  ...(known.to === undefined ? {} : { knownTo: civil(known.to) }),
});

interface State {
  readonly state: Reached;
  /** The open days it depends on here. */
  readonly open: readonly Expression[];
  /** A 发布 that is 暂按 and was compared with the known day. */
  readonly assumes: readonly Expression[];
}

const never: State = { state: 'no', open: [], assumes: [] };
const always: State = { state: 'yes', open: [], assumes: [] };

/** A policy whose own 发布 is open counts as known. */
const SINCE_EVER: DayReading = { kind: 'known', day: Number.NEGATIVE_INFINITY };

function effectiveOn(law: Law, day: Slice): Reached {
  const on = day.from ?? Number.NEGATIVE_INFINITY;
  return law.until !== undefined && on > law.until ? 'no' : reached(law.effective, on);
}

const publishedBy = (law: Law, known: Slice): Reached =>
  known.from === LAST_DAY ? 'yes' : reached(law.published, known.from ?? Number.NEGATIVE_INFINITY);

function stateOf(law: Law, effective: Reached, published: Reached): State {
  if (effective === 'no') return never;
  const assumes = law.published.kind === 'known' && law.published.assumed ? [law.published.assumed] : [];
  if (published === 'no') return assumes.length === 0 ? never : { ...never, assumes };
  if (effective === 'yes' && published === 'yes') return assumes.length === 0 ? always : { ...always, assumes };
  const open = [
    ...(effective === 'open' && law.effective.kind === 'open' ? [law.effective.node] : []),
    ...(published === 'open' && law.published.kind === 'open' ? [law.published.node] : []),
  ];
  return { state: open.length > 0 ? 'open' : 'yes', open, assumes };
}

/** All subsets, the empty one first: without an amendment comes before with it. */
function subsets(laws: readonly Law[]): readonly (readonly Law[])[] {
  let made: readonly (readonly Law[])[] = [[]];
  for (const law of laws) made = [...made, ...made.map((some) => [...some, law])];
  return made;
}

function dayPointsOf(base: Law, laws: readonly Law[], policy: string): readonly DayPoint[] {
  return [base, ...laws].flatMap((law) => {
    const above = law.amendment && law.amendment.policy.text !== policy ? `“${law.amendment.policy.text}” ` : '';
    const owner = law.amendment ? `${above}修订 ${dayWords(law.effective)}.` : '';
    const point = (name: string, day: DayReading): readonly DayPoint[] => {
      const node = day.kind === 'open' ? day.node : day.assumed;
      return node ? [{ node, address: `${owner}${name}` }] : [];
    };
    return [...point('自', law.effective), ...point('发布', law.published)];
  });
}
