import type { Diagnostic, Fix } from '../../language/diagnostics/diagnostic.ts';
import { analysis } from '../store/analysis.ts';
import { workspace } from '../store/workspace.ts';

const startOf = ({ edits }: Fix): number => edits[0]?.span.start ?? 0;
const wordsOf = ({ title, edits }: Fix): string => JSON.stringify([title, edits.map(({ span, text }) => [span.file, text])]);

/** The same repair among newer findings: the one of the same words nearest to where it was. Undefined when nothing is to be repaired so any more. */
export function sameFix(fix: Fix, findings: readonly Diagnostic[]): Fix | undefined {
  const away = (one: Fix): number => Math.abs(startOf(one) - startOf(fix));
  return findings
    .flatMap(({ fixes }) => fixes)
    .filter((one) => wordsOf(one) === wordsOf(fix))
    .toSorted((a, b) => away(a) - away(b))[0];
}

/** The findings are those of the texts as they are. */
export const isFound = (): boolean => analysis.getState().findingsVersion === workspace.getState().version;

/** Waits until the findings are those of the texts as they are; false when nobody is finding any out. */
export function foundNow(): Promise<boolean> {
  if (isFound() || !analysis.getState().running) return Promise.resolve(isFound());
  return new Promise((resolve) => {
    const stop = analysis.subscribe(({ running }) => {
      if (running && !isFound()) return;
      stop();
      resolve(isFound());
    });
  });
}
