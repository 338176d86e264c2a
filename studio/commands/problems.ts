import { revealFinding } from '../loop/loop.ts';
import { analysis } from '../store/analysis.ts';
import { selection } from '../store/selection.ts';
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
  const rule = selection.getState().rule;
  const at = all.findIndex((finding) => finding.labels[0]?.span.file === rule?.file && finding.labels[0]?.span.start === rule?.start);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
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
