import { revealFinding } from '../loop/loop.ts';
import { analysis } from '../store/analysis.ts';
import { selection } from '../store/selection.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

/** Findings in the order of the text, file by file, errors and open items alike. */
const ordered = () =>
  (analysis.getState().analysis?.diagnostics ?? [])
    .filter((finding) => finding.labels[0] !== undefined)
    .toSorted((a, b) => {
      const [one, other] = [a.labels[0]?.span, b.labels[0]?.span];
      if (!one || !other) return 0;
      return one.file === other.file ? one.start - other.start : one.file < other.file ? -1 : 1;
    });

const go = (by: 1 | -1): void => {
  const all = ordered();
  const { openFile } = workspace.getState();
  const { rule } = selection.getState();
  const here = rule ?? (openFile === undefined ? undefined : { file: openFile, start: -1 });
  const beyond = (finding: (typeof all)[number]): boolean => {
    const span = finding.labels[0]?.span;
    if (!span || !here) return true;
    const ahead = span.file === here.file ? span.start - here.start : span.file < here.file ? -1 : 1;
    return by > 0 ? ahead > 0 : ahead < 0;
  };
  const next = by > 0 ? (all.find(beyond) ?? all[0]) : (all.filter(beyond).at(-1) ?? all.at(-1));
  if (next) revealFinding(next);
};

const some = (): boolean => ordered().length > 0;

export const nextProblem: Command = {
  id: 'next-problem',
  label: { zh: '下一项待办', en: 'Next open item' },
  initials: 'xyxdb',
  chord: { key: 'F8' },
  when: some,
  run: () => go(1),
};
export const previousProblem: Command = {
  id: 'previous-problem',
  label: { zh: '上一项待办', en: 'Previous open item' },
  initials: 'syxdb',
  chord: { key: 'F8', shift: true },
  when: some,
  run: () => go(-1),
};
