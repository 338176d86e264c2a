/** What can be wrong with the inherit lines of a policy as a whole: blocks that are not there, names that never were, days before the law. */
import { dayText } from '../../../runtime/calendar/date.ts';
import type { Inherits } from '../../2-syntax/nodes/policy.ts';
import type { Name } from '../../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { laterAbove } from '../../diagnostics/ladder.ts';
import { inheritedPart, unknownInherited, unknownVocabulary } from '../../diagnostics/names.ts';
import { nearest } from '../near.ts';
import { earliest, latest } from './days.ts';
import { inheritLines, type Ladder, type Rung } from './ladder.ts';
import { type Law, readBase } from './laws.ts';
import type { EffectivePolicy } from './timeline-types.ts';

/** Checks the lines of a policy with all its versions. `own` are its amendments. */
export function checkHeritage(
  rung: Rung,
  ladder: Ladder,
  base: Law,
  own: readonly Law[],
  versions: readonly EffectivePolicy[],
): readonly Diagnostic[] {
  return inheritLines(rung).flatMap((line) => {
    const above = ladder.get(line.from.text);
    if (!above) {
      const others = [...ladder.keys()].filter((name) => name !== rung.block.name.text);
      return [unknownVocabulary({ name: line.from.text, near: nearest(line.from.text, others), span: line.from.span })];
    }
    const from = own.find(({ amendment }) => amendment?.changes.some((change) => change.kind === 'insert' && change.item === line)) ?? base;
    return [...tooEarly(line, above, from), ...neverThere(line, versions)];
  });
}

/** A policy above that begins, or is published, only after this one. */
function tooEarly(line: Inherits, above: Rung, from: Law): readonly Diagnostic[] {
  if (above.block.kind === 'vocabulary') return [];
  const { law } = readBase(above.block);
  if (!law) return [];
  return (['effective', 'published'] as const).flatMap((which) => {
    const [theirs, ours] = [earliest(law[which]), latest(from[which])];
    if (!(theirs > ours)) return [];
    return [laterAbove({ from: line.from.text, which, above: dayText(theirs), own: dayText(ours), span: line.from.span })];
  });
}

/** Listed names that the block above has at no time at which the line holds. */
function neverThere(line: Inherits, versions: readonly EffectivePolicy[]): readonly Diagnostic[] {
  const seen = versions.flatMap((version) => version.inherited.filter((one) => one.line === line));
  const first = seen[0];
  if (!first) return [];
  const never = (name: Name): boolean => seen.every(({ absent }) => absent.includes(name));
  return line.names.filter(never).map((name) => {
    const total = first.parts.get(name.text);
    if (total !== undefined) return inheritedPart({ name: name.text, total, span: name.span });
    const near = nearest(name.text, first.offers.keys());
    return unknownInherited({ name: name.text, vocabulary: line.from.text, near, span: name.span });
  });
}
