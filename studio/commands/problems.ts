import { revealFinding } from '../loop/loop.ts';
import { analysis } from '../store/analysis.ts';
import { clauses, undoneOf } from '../store/clauses.ts';
import { layout } from '../store/layout.ts';
import { selection } from '../store/selection.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

/** Findings in the order of the text, file by file, errors and open items alike. */
const findings = () =>
  (analysis.getState().findings ?? [])
    .filter((finding) => finding.labels[0] !== undefined)
    .toSorted((a, b) => {
      const [one, other] = [a.labels[0]?.span, b.labels[0]?.span];
      if (!one || !other) return 0;
      return one.file === other.file ? one.start - other.start : one.file < other.file ? -1 : 1;
    });

/** What is left to do: findings in the order of the text, then the sentences of the document that nothing accounts for. */
interface Stop {
  readonly file: string;
  readonly start: number;
  readonly go: () => void;
}

function stops(): readonly Stop[] {
  const { found } = clauses.getState();
  const sentences = layout.getState().view === 'write' && found ? undoneOf(clauses.getState()) : [];
  return [
    ...findings().flatMap((finding): readonly Stop[] => {
      const span = finding.labels[0]?.span;
      return span ? [{ file: span.file, start: span.start, go: () => revealFinding(finding) }] : [];
    }),
    ...sentences.map(
      ({ start, end }): Stop => ({
        file: found?.path ?? '',
        start,
        go: () => {
          layout.setState({ documentOpen: true });
          selection.setState({ clause: { file: found?.path ?? '', start, end }, rule: undefined, address: undefined });
        },
      }),
    ),
  ];
}

const go = (by: 1 | -1): void => {
  const all = stops();
  const { openFile } = workspace.getState();
  const { rule, clause } = selection.getState();
  const here = rule ?? clause ?? (openFile === undefined ? undefined : { file: openFile, start: -1 });
  const inDocument = (file: string): number => (file.endsWith('.yice') ? 0 : 1);
  const beyond = (stop: Stop): boolean => {
    if (!here) return true;
    const ahead =
      stop.file === here.file ? stop.start - here.start : inDocument(stop.file) - inDocument(here.file) || (stop.file < here.file ? -1 : 1);
    return by > 0 ? ahead > 0 : ahead < 0;
  };
  const next = by > 0 ? (all.find(beyond) ?? all[0]) : (all.filter(beyond).at(-1) ?? all.at(-1));
  next?.go();
};

const some = (): boolean => stops().length > 0;

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
