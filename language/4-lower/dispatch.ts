import type { AmendmentRef, OpenDay, TimelineCell, Version } from '../../runtime/ir/types.ts';
import type { PolicyModel, TimelineCellModel, VersionModel } from '../model/types.ts';
import { dayText } from './literal.ts';
import type { SourceOf } from './source.ts';
import type { LoweredVersion } from './version.ts';

/** The timeline with days as text. */
export const lowerTimeline = (cells: readonly TimelineCellModel[]): readonly TimelineCell[] =>
  cells.map((cell) => ({
    ...(cell.from ? { from: dayText(cell.from) } : {}),
    ...(cell.to ? { to: dayText(cell.to) } : {}),
    ...(cell.knownFrom ? { knownFrom: dayText(cell.knownFrom) } : {}),
    ...(cell.knownTo ? { knownTo: dayText(cell.knownTo) } : {}),
    ...(cell.version === undefined ? {} : { version: cell.version }),
    ...(cell.candidates.length === 0 ? {} : { candidates: cell.candidates.map((version) => ({ version })) }),
    ...(cell.point === undefined ? {} : { point: cell.point }),
    ...(cell.knownAssumes && cell.knownAssumes.length > 0 ? { knownAssumes: cell.knownAssumes } : {}),
  }));

/** The points because of which a day of the timeline is open, each once. */
export const openDays = ({ timeline }: PolicyModel): readonly OpenDay[] =>
  [...new Set(timeline.flatMap((cell) => (cell.point === undefined ? [] : [cell.point])))].map((point) => ({ point }));

const amendments = (version: VersionModel, source: SourceOf): readonly AmendmentRef[] =>
  version.amendments.map(({ effective, published, until, span, citations }) => ({
    ...(effective ? { effective: dayText(effective) } : {}),
    ...(published ? { published: dayText(published) } : {}),
    ...(until ? { until: dayText(until) } : {}),
    source: source(span),
    citations,
  }));

/**
 * Programs that are equal apart from the numbers become one; each version names its own. `models` and `lowered` stand side by side.
 */
export function shareCode(
  models: readonly VersionModel[],
  lowered: readonly LoweredVersion[],
  source: SourceOf,
): { readonly programs: readonly LoweredVersion['program'][]; readonly versions: readonly Version[] } {
  const programs: LoweredVersion['program'][] = [];
  const known = new Map<string, number>();
  const versions = models.map((model, index): Version => {
    const version = lowered[index];
    if (!version) throw new Error('every version is lowered');
    const code = JSON.stringify(version.program);
    let program = known.get(code);
    if (program === undefined) {
      program = programs.push(version.program) - 1;
      known.set(code, program);
    }
    return { id: model.id, program, parameters: version.parameters, amendments: amendments(model, source), assumes: model.assumes };
  });
  return { programs, versions };
}
