/**
 * The items of a policy under a set of laws in force: those of its own text with what it takes from the blocks above as they stand under the
 * same laws, then its own amendments. Each block is amended on its own: an amendment of the province changes the province's items, and from
 * there the city's.
 */
import type { Expression } from '../../2-syntax/nodes/expression.ts';
import type { Amendment, Change, Inherits, Item } from '../../2-syntax/nodes/policy.ts';
import type { Name, Span } from '../../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { inheritedNeeds, notOverridden, overrideMissing, overrideUnlisted, restatedNoField } from '../../diagnostics/ladder.ts';
import { type Amended, amend } from './amend.ts';
import { offerOf, restatedInVain, take } from './inherit.ts';
import { declaredBy } from './item-names.ts';
import type { Ladder, Rung } from './ladder.ts';
import { type Law, ownerOf, type Reach, supersedes } from './laws.ts';
import type { EffectivePolicy, Inheritance } from './timeline-types.ts';

type Provenance = EffectivePolicy['provenance'] extends ReadonlyMap<Expression, infer From> ? From : never;

/** Items under some laws, with what the inherit lines gave. */
export interface Composed extends Amended {
  readonly inherited: readonly Inheritance[];
}

/** A block under some of its amendments, and under one more. */
interface Step {
  readonly made: Composed;
  readonly next: Map<string, Step>;
}

interface Above {
  readonly name: Name;
  readonly law: Composed;
}

const BETWEEN = '\u0000';
const placeOf = ({ amendment }: Law): string => `${amendment?.span.file}:${amendment?.span.start}`;

/**
 * Composes any block of a ladder; what was composed once is kept, and a version begins where the one before its last amendment ended.
 * `day` is a day on which the laws are in force, for the messages.
 */
export function composer(ladder: Ladder, reaching: readonly Reach[]): (rung: Rung, laws: readonly Law[], day: string) => Composed {
  const known = new Map<string, Composed>();
  const starts = new Map<string, Step>();
  const compose = (rung: Rung, laws: readonly Law[], day: string, below: readonly string[]): Composed => {
    const name = rung.block.name.text;
    const key = [name, ...laws.map(placeOf)].join(BETWEEN);
    const found = known.get(key);
    if (found) return found;
    const above = (line: Inherits): Above | undefined => {
      const source = ladder.get(line.from.text);
      if (!source || below.includes(line.from.text)) return undefined;
      return { name: source.block.name, law: compose(source, laws, day, [...below, line.from.text]) };
    };
    const [own, others] = [laws.filter((law) => ownerOf(law) === name), laws.filter((law) => ownerOf(law) !== name)];
    const block = blockWith(rung, own, above);
    const begins = [name, ...below, ...others.map(placeOf), ...block.sameWhere].join(BETWEEN);
    let step = kept(starts, begins, () => block.begin());
    for (const law of own) {
      const { amendment } = law;
      if (!amendment) continue;
      const left = amendment.changes.flatMap((change, at) => (dropped(law, change, own, reaching) ? [at] : []));
      const { made } = step;
      const counts = (change: Change): boolean => !left.includes(amendment.changes.indexOf(change));
      step = kept(step.next, [placeOf(law), ...left].join(BETWEEN), () => block.amended(made, amendment, day, counts));
    }
    known.set(key, step.made);
    return step.made;
  };
  return (rung, laws, day) => compose(rung, laws, day, [rung.block.name.text]);
}

function kept(steps: Map<string, Step>, key: string, make: () => Composed): Step {
  const found = steps.get(key) ?? { made: make(), next: new Map() };
  steps.set(key, found);
  return found;
}

/** A block that some amendments will add lines to: how it begins, and what each of them makes of it. */
interface Block {
  /** What the beginning depends on beside the blocks above: names and lines that are added later and that an inherit line meets. */
  readonly sameWhere: readonly string[];
  readonly begin: () => Composed;
  readonly amended: (before: Composed, amendment: Amendment, day: string, counts: (change: Change) => boolean) => Composed;
}

/** What the inherit lines that were expanded gave. */
interface Brought {
  readonly inherited: Inheritance[];
  readonly diagnostics: Diagnostic[];
  readonly provenance: Map<Expression, Provenance>;
}

function blockWith(rung: Rung, own: readonly Law[], above: (line: Inherits) => Above | undefined): Block {
  const added = own.flatMap(({ amendment }) =>
    (amendment?.changes ?? []).flatMap((change) => (change.kind === 'insert' ? [change.item] : [])),
  );
  const namesOf = (items: readonly Item[]): ReadonlyMap<string, Name> =>
    new Map(items.flatMap(declaredBy).map((name) => [name.text, name] as const));
  const written = namesOf(rung.block.items);
  const later = namesOf(added);
  const lines = [...rung.block.items, ...added].filter((item) => item.kind === 'inherits');
  const sources = new Map(lines.map((line) => [line, above(line)] as const));
  const expandInto =
    (brought: Brought) =>
    (line: Inherits, among: readonly Item[]): readonly Item[] => {
      const source = sources.get(line) ?? above(line);
      if (!source) return [line];
      for (const [node, from] of source.law.provenance) brought.provenance.set(node, from);
      const offer = offerOf(source.law.items);
      const listed = lines.filter((other) => other !== line).flatMap(({ names }) => names.map(({ text }) => text));
      const present = namesOf(among);
      const doubled = line.names.filter(({ text }) => present.has(text) && offer.names.has(text) && !overrides(line, text));
      const asked = { ...line, overrides: [...line.overrides, ...doubled] };
      const { items, lacks, absent } = take(asked, offer, new Set([...written.keys(), ...later.keys(), ...listed]));
      brought.diagnostics.push(
        ...doubled.flatMap((name) => {
          const declared = present.get(name.text);
          return declared ? [notOverridden({ name: name.text, line, span: declared.span })] : [];
        }),
        ...line.overrides.flatMap((name) => overrideFindings(name, line, [...written.keys(), ...later.keys()], absent)),
        ...restatedInVain(line, offer).map(({ text, span }) => restatedNoField({ name: text, span })),
        ...(lacks.length > 0 ? [inheritedNeeds({ line, lacks })] : []),
      );
      brought.inherited.push({ line, from: source.name, offers: offer.names, parts: offer.parts, absent });
      return [line, ...items.map((item) => (item === asked ? line : item)), line];
    };
  const places = [rung.block.span, ...rung.amendments.map(({ span }) => span)];
  const isOwn = (span: Span): boolean => places.some((one) => one.file === span.file && one.start <= span.start && span.end <= one.end);
  const nothing = (): Brought => ({ inherited: [], diagnostics: [], provenance: new Map() });
  return {
    sameWhere: [
      ...[...later.keys()].filter((name) => lines.some((line) => meets(sources.get(line), line, name))),
      ...added.flatMap((item) => (item.kind === 'inherits' ? [`${item.span.file}:${item.span.start}`] : [])),
    ],
    begin: () => {
      const { inherited, diagnostics, provenance } = nothing();
      const expand = expandInto({ inherited, diagnostics, provenance });
      const items = rung.block.items.flatMap((item) => (item.kind === 'inherits' ? expand(item, rung.block.items) : [item]));
      return { items, provenance, diagnostics, inherited };
    },
    amended: (before, amendment, day, counts) => {
      const brought = nothing();
      const made = amend(before, amendment, day, counts, { expand: expandInto(brought), isOwn });
      return {
        items: made.items,
        provenance: new Map([...made.provenance, ...brought.provenance]),
        diagnostics: [...made.diagnostics, ...brought.diagnostics],
        inherited: [...before.inherited, ...brought.inherited],
      };
    },
  };
}

/** Whether what an inherit line brings is another when the heir declares the name. */
function meets(source: Above | undefined, line: Inherits, name: string): boolean {
  if (!source) return overrides(line, name);
  const { names, parts } = offerOf(source.law.items);
  return overrides(line, name) || names.has(name) || parts.has(name);
}

const overrides = (line: Inherits, name: string): boolean => line.overrides.some(({ text }) => text === name);

/** What is overridden is listed, and written here. */
function overrideFindings(name: Name, line: Inherits, written: readonly string[], absent: readonly Name[]): readonly Diagnostic[] {
  const { text, span } = name;
  if (!line.names.some((one) => one.text === text)) return [overrideUnlisted({ name: text, line, span })];
  if (written.includes(text) || absent.some((one) => one.text === text)) return [];
  return [overrideMissing({ name: text, from: line.from.text, span })];
}

/** What a later law supersedes, or what reaches into one without saying so, is not applied. */
const dropped = (law: Law, change: Change, own: readonly Law[], reaching: readonly Reach[]): boolean =>
  own.some((other) => supersedes(other, law, change)) || reaching.some((reach) => reach.change === change && own.includes(reach.later));
