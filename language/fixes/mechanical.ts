/** Repairs that follow from the code and the text alone, for findings that bring none of their own. */
import type { Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { figuresIn } from '../3-check/analyses/figures.ts';
import { fold } from '../3-check/analyses/folding.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { insertAt, replaceWith } from '../diagnostics/finding.ts';
import { DRAFTS } from './drafting.ts';
import { listed, spansAround, wholeLines } from './statements.ts';

interface File {
  readonly text: string;
  readonly tree: Tree;
}

type Repair = (file: File, span: Span, finding: Diagnostic) => readonly Fix[];

const removeLines: Repair = ({ text, tree }, span) => {
  const lines = wholeLines(text, tree, span);
  if (!lines) return [];
  const words = text.slice(span.start, span.end).split('\n', 1).join('').slice(0, 24);
  return [replaceWith(lines, '', [`删去 “${words}” 这一处`, `Delete “${words}” here`])];
};

const removeListed: Repair = ({ text }, span) => {
  const name = text.slice(span.start, span.end);
  return [replaceWith(listed(text, span), '', [`删去这一个 “${name}”`, `Delete this “${name}”`])];
};

const removeRow: Repair = ({ text }, span) => {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  // In the header it is a column, which is more than a line.
  const first = text.slice(start, span.start);
  if (!/^\s*[|｜]\s*$/u.test(first) || end < 0) return [];
  return [replaceWith({ ...span, start, end: end + 1 }, '', ['删去这一行', 'Delete this row'])];
};

const fillRow: Repair = ({ text }, span, { what }) => {
  const [cells = 0, wanted = 0] = [...what.zh.matchAll(/(\d+) 格/gu)].map((match) => Number(match[1]));
  if (wanted <= cells) return [];
  const row = text.slice(span.start, span.end).trimEnd();
  const open = ' 待定 “原文未写” |'.repeat(wanted - cells);
  return [insertAt('end', { ...span, end: span.start + row.length }, open, ['补上少的格子，写成待定', 'Add the missing cells as open'])];
};

const swapEnds: Repair = ({ text }, span) => {
  const match = /^(.*?)(\s*(?:至|to|-|～|~)\s*)(.*)$/su.exec(text.slice(span.start, span.end));
  if (!match) return [];
  const [, low = '', between = '', high = ''] = match;
  return [replaceWith(span, `${high}${between}${low}`, ['对调两端', 'Swap the ends'])];
};

const dropSign: Repair = ({ text }, span) => {
  const value = text.slice(span.start, span.end);
  return /^[-－−]/u.test(value) ? [replaceWith(span, value.slice(1).trimStart(), ['去掉负号', 'Drop the minus sign'])] : [];
};

/** The figures that the sentence has in the place of the number, then the honest way out: what the source does not say is assumed. */
const requote: Repair = ({ text, tree }, span, { labels }) => {
  const quote = labels[1]?.span;
  const own = text.slice(span.start, span.end);
  const kind = figuresIn(fold(own).text)[0]?.of;
  const said = quote?.file === span.file ? figuresIn(fold(text.slice(quote.start, quote.end)).text) : [];
  const others = [...new Set(said.filter((one) => one.of === kind && one.text !== own).map((one) => one.text))];
  const around = spansAround(tree, span);
  const assumed = around.some(({ start, end }) => /^(?:暂按|assume)/u.test(text.slice(start, end)));
  return [
    ...others.slice(0, 2).map((one) => replaceWith(span, one, [`改为 ${one}`, `Change it to ${one}`])),
    ...(assumed ? [] : [replaceWith(span, `暂按 ${own} 待定 “原文未写这个数”`, [`写成暂按 ${own} 待定`, `Write it as assumed`])]),
  ];
};

/** Adds a name to the line by which a policy takes words from the national vocabulary; begins that line where there is none. */
const inherit =
  (name: string): Repair =>
  ({ tree }, span) => {
    const policy = tree.items.find((one) => one.kind === 'policy' && one.span.start <= span.start && span.end <= one.span.end);
    if (policy?.kind !== 'policy') return [];
    const line = policy.items.find((item) => item.kind === 'inherits' && item.from.text === VOCABULARY && item.names.length > 0);
    const last = line?.kind === 'inherits' ? line.names.at(-1) : undefined;
    if (last) return [insertAt('end', last.span, `、${name}`, [`从词汇里取来 “${name}”`, `Take “${name}” from the vocabulary`])];
    const after = policy.items.findLast((item) => item.kind === 'entry' || item.kind === 'document' || item.kind === 'inherits');
    return after
      ? [
          insertAt('end', after.span, `\n  继承 “${VOCABULARY}” : ${name}`, [
            `从词汇里取来 “${name}”`,
            `Take “${name}” from the vocabulary`,
          ]),
        ]
      : [];
  };

const VOCABULARY = '国家医保词汇';

const REPAIRS: Readonly<Record<string, Repair>> = {
  ...DRAFTS,
  'settings/repeated': removeLines,
  'inputs/bill-twice': removeLines,
  'inputs/table-twice': removeLines,
  'items/computed-twice': removeLines,
  'names/duplicate': removeLines,
  'stays/split-twice': removeLines,
  'scenarios/not-open': removeLines,
  'citations/nothing-cited': removeLines,
  'inputs/value-twice': removeListed,
  'postings/listed-twice': removeListed,
  'cells/other-empty': removeRow,
  'syntax/row-length': fillRow,
  'types/empty-range': swapEnds,
  'money/negative-limit': dropSign,
  'citations/number-not-quoted': requote,
  'inputs/no-person': inherit('参保人'),
  'inputs/no-bill': inherit('总额'),
};

/** The findings, those without a repair with the one that their code has. */
export const withRepairs = (findings: readonly Diagnostic[], fileOf: (path: string) => File | undefined): readonly Diagnostic[] =>
  findings.map((finding) => {
    const repair = finding.fixes.length === 0 ? REPAIRS[finding.code] : undefined;
    const span = finding.labels[0]?.span;
    const file = repair && span ? fileOf(span.file) : undefined;
    return repair && span && file ? { ...finding, fixes: repair(file, span, finding) } : finding;
  });
