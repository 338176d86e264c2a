/**
 * The items of a policy under a set of laws in force: those of its own text with what it takes from the blocks above as they stand under the
 * same laws, then its own amendments. Each block is amended on its own: an amendment of the province changes the province's items, and from
 * there the city's.
 */
import type { Expression } from '../../2-syntax/nodes/expression.ts';
import type { Change, Inherits, Item } from '../../2-syntax/nodes/policy.ts';
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

/** Composes any block of a ladder; what was composed once is kept. `day` is a day on which the laws are in force, for the messages. */
export function composer(ladder: Ladder, reaching: readonly Reach[]): (rung: Rung, laws: readonly Law[], day: string) => Composed {
  const known = new Map<string, Composed>();
  const compose = (rung: Rung, laws: readonly Law[], day: string, below: readonly string[]): Composed => {
    const key = [rung.block.name.text, ...laws.map(({ amendment }) => `${amendment?.span.file}:${amendment?.span.start}`)].join('\u0000');
    const found = known.get(key);
    if (found) return found;
    const above = (line: Inherits): Above | undefined => {
      const source = ladder.get(line.from.text);
      if (!source || below.includes(line.from.text)) return undefined;
      return { name: source.block.name, law: compose(source, laws, day, [...below, line.from.text]) };
    };
    const own = laws.filter((law) => ownerOf(law) === rung.block.name.text);
    const made = composeOne(rung, own, above, day, (law, change) => !dropped(law, change, own, reaching));
    known.set(key, made);
    return made;
  };
  return (rung, laws, day) => compose(rung, laws, day, [rung.block.name.text]);
}

interface Above {
  readonly name: Name;
  readonly law: Composed;
}

function composeOne(
  rung: Rung,
  own: readonly Law[],
  above: (line: Inherits) => Above | undefined,
  day: string,
  counts: (law: Law, change: Change) => boolean,
): Composed {
  const added = own.flatMap(({ amendment }) =>
    (amendment?.changes ?? []).flatMap((change) => (change.kind === 'insert' ? [change.item] : [])),
  );
  const namesOf = (items: readonly Item[]): ReadonlyMap<string, Name> =>
    new Map(items.flatMap(declaredBy).map((name) => [name.text, name] as const));
  const written = namesOf(rung.block.items);
  const later = namesOf(added);
  const lines = [...rung.block.items, ...added].filter((item) => item.kind === 'inherits');
  const inherited: Inheritance[] = [];
  const diagnostics: Diagnostic[] = [];
  const provenance = new Map<Expression, Provenance>();
  const expand = (line: Inherits, among: readonly Item[]): readonly Item[] => {
    const source = above(line);
    if (!source) return [line];
    for (const [node, from] of source.law.provenance) provenance.set(node, from);
    const offer = offerOf(source.law.items);
    const listed = lines.filter((other) => other !== line).flatMap(({ names }) => names.map(({ text }) => text));
    const present = namesOf(among);
    const doubled = line.names.filter(({ text }) => present.has(text) && offer.names.has(text) && !overrides(line, text));
    const asked = { ...line, overrides: [...line.overrides, ...doubled] };
    const { items, lacks, absent } = take(asked, offer, new Set([...written.keys(), ...later.keys(), ...listed]));
    diagnostics.push(
      ...doubled.flatMap((name) => {
        const declared = present.get(name.text);
        return declared ? [notOverridden({ name: name.text, line, span: declared.span })] : [];
      }),
      ...line.overrides.flatMap((name) => overrideFindings(name, line, [...written.keys(), ...later.keys()], absent)),
      ...restatedInVain(line, offer).map(({ text, span }) => restatedNoField({ name: text, span })),
      ...(lacks.length > 0 ? [inheritedNeeds({ line, lacks })] : []),
    );
    inherited.push({ line, from: source.name, offers: offer.names, parts: offer.parts, absent });
    return [line, ...items.map((item) => (item === asked ? line : item)), line];
  };
  const base = rung.block.items.flatMap((item) => (item.kind === 'inherits' ? expand(item, rung.block.items) : [item]));
  const places = [rung.block.span, ...rung.amendments.map(({ span }) => span)];
  const isOwn = (span: Span): boolean => places.some((one) => one.file === span.file && one.start <= span.start && span.end <= one.end);
  const result = own.reduce<Amended>(
    (before, law) => (law.amendment ? amend(before, law.amendment, day, (change) => counts(law, change), { expand, isOwn }) : before),
    { items: base, provenance, diagnostics: [] },
  );
  return { ...result, diagnostics: [...diagnostics, ...result.diagnostics], inherited };
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
