import type { Fate } from '../coverage/accounts.ts';
import { type Coverage, type CoveredDocument, unaccounted } from '../coverage/coverage.ts';
import { visible } from '../diagnostics/columns.ts';
import { position } from '../diagnostics/source-frame.ts';
import type { Lang } from './terminal.ts';

const FATES: Readonly<Record<Fate, Readonly<Record<Lang, string>>>> = {
  rule: { zh: '有规则', en: 'a rule' },
  pending: { zh: '待定或暂按', en: 'pending or assumed' },
  unexpressed: { zh: '未能表达', en: 'not expressed' },
  notARule: { zh: '非规则', en: 'not a rule' },
};

/** How many numbers and rules are left without the other side. */
export const gapsIn = ({ documents, uncited }: Coverage): number =>
  documents.reduce((sum, document) => sum + unaccounted(document).length, 0) + uncited.length;

const countsOf = ({ sentences }: CoveredDocument): { readonly numbers: number; readonly by: ReadonlyMap<Fate | undefined, number> } => {
  const by = new Map<Fate | undefined, number>();
  for (const { fate } of sentences.flatMap(({ fates }) => fates)) by.set(fate, (by.get(fate) ?? 0) + 1);
  return { numbers: [...by.values()].reduce((sum, one) => sum + one, 0), by };
};

/** The report for people. */
export function covered(found: Coverage, texts: ReadonlyMap<string, string>, lang: Lang): string {
  const zh = lang === 'zh';
  const documents = found.documents.flatMap((document) => {
    const { numbers, by } = countsOf(document);
    const fates = (Object.keys(FATES) as Fate[]).flatMap((fate) => (by.has(fate) ? [`${FATES[fate][lang]} ${by.get(fate)}`] : []));
    const open = by.get(undefined) ?? 0;
    const head = zh
      ? `${document.path}：${document.sentences.length} 句有数字，共 ${numbers} 个；${[...fates, `没有去处 ${open}`].join('，')}`
      : `${document.path}: ${document.sentences.length} sentences with ${numbers} numbers; ${[...fates, `unaccounted ${open}`].join(', ')}`;
    return [
      head,
      ...unaccounted(document).map(({ line, text, fates: each }) => {
        const numbers = each.flatMap(({ number, fate }) => (fate === undefined ? [number.text] : []));
        return zh ? `  第 ${line} 行 ${numbers.join('、')}：${visible(text)}` : `  line ${line} ${numbers.join(', ')}: ${visible(text)}`;
      }),
    ];
  });
  const rules = found.uncited.map(({ policy, span, numbers }) => {
    const { line } = position(texts.get(span.file) ?? '', span.start);
    return zh ? `  ${span.file}:${line} ${policy}：${numbers.join('、')}` : `  ${span.file}:${line} ${policy}: ${numbers.join(', ')}`;
  });
  const head = zh ? `没有出处的规则：${rules.length}` : `rules without a clause: ${rules.length}`;
  return [...documents, head, ...rules, ''].join('\n');
}

/** The report for programs: every sentence with numbers, and every rule without a clause. */
export const coverageJson = ({ documents, uncited }: Coverage): unknown => ({
  documents: documents.map((document) => ({
    path: document.path,
    policies: document.policies,
    counts: Object.fromEntries([...countsOf(document).by].map(([fate, count]) => [fate ?? 'unaccounted', count])),
    sentences: document.sentences.map(({ text, start, end, line, fates }) => ({
      text,
      start,
      end,
      line,
      numbers: fates.map(({ number, fate, accounts }) => ({
        ...number,
        fate: fate ?? 'unaccounted',
        by: accounts.map(({ policy, by }) => ({ policy, ...by })),
      })),
    })),
  })),
  uncited,
});
