/** Findings in the text of another block: told there, not here, unless only this policy brings them about. */
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { misfit } from '../diagnostics/ladder.ts';
import { declaredBy } from './analyses/item-names.ts';
import type { EffectivePolicy } from './analyses/timeline-types.ts';

/** A finding by what it says and where. */
export const placeOf = ({ code, labels }: Diagnostic): string =>
  `${code}\u0000${labels[0]?.span.file}\u0000${labels[0]?.span.start}\u0000${labels[0]?.span.end}`;

/** The finding as this policy tells it: itself, or at the inherit line that brought the item, or not at all. */
export function toldHere(
  found: Diagnostic,
  isOwn: (span: Span) => boolean,
  versions: readonly EffectivePolicy[],
  saidAbove: ReadonlySet<string> | undefined,
): readonly Diagnostic[] {
  const at = found.labels[0]?.span;
  // What stands above is not for this policy to repair.
  if (!at || isOwn(at)) return [{ ...found, fixes: found.fixes.filter(({ edits }) => edits.every(({ span }) => isOwn(span))) }];
  if (saidAbove === undefined || saidAbove.has(placeOf(found))) return [];
  const inside = ({ span }: { readonly span: Span }): boolean => span.file === at.file && span.start <= at.start && at.end <= span.end;
  for (const { items, inherited } of versions) {
    const item = items.find(inside);
    const name = item && declaredBy(item)[0]?.text;
    for (const { line } of inherited) {
      const listed = line.names.find(({ text }) => text === name);
      if (listed) return [misfit({ name: listed.text, found, span: listed.span, at })];
    }
  }
  // Something that came along with a listed name: an exception, or a name whose absence from the list is told already.
  const line = versions.flatMap(({ inherited }) => inherited)[0]?.line;
  return line ? [misfit({ name: line.from.text, found, span: line.from.span, at })] : [found];
}
