/** The explanation as plain text that reads well in a message or a letter: no tables, no markup. */
import type { Yuan } from '../../../runtime/answer.ts';
import { moneyText } from '../../strings/money.ts';
import type { Language } from '../../strings/strings.ts';
import type { Step } from './select.ts';
import { valueText } from './select.ts';

interface Explained {
  readonly patient: string;
  readonly policy: string;
  readonly figures: readonly { readonly name: string; readonly amount: Yuan }[];
  readonly steps: readonly Step[];
  readonly language: Language;
}

/** Figures, then the numbered steps with formula, row and sentence. */
export function explanationText({ patient, policy, figures, steps, language }: Explained): string {
  const lines = [`${policy} · ${patient}`, figures.map((figure) => `${figure.name} ${moneyText(figure.amount)}`).join('  ')];
  // Where several policies pay, each has its steps under its own name.
  const layered = steps.some(({ line }) => line.policy !== undefined);
  let layer: string | undefined;
  for (const { line, mark, supporting } of steps) {
    if (supporting) continue;
    if (layered && (line.policy ?? policy) !== layer) {
      layer = line.policy ?? policy;
      lines.push('', layer);
    }
    const words = line[language];
    lines.push('', `${mark} ${words.title}  ${valueText(line)}`);
    if (line.formula !== '') lines.push(`   ${line.formula}`);
    if (line.row !== undefined) lines.push(`   ${line.row}`);
    for (const citation of line.citations) lines.push(`   “${citation.quote}” ${citation.document}`);
    for (const one of line.assumed) lines.push(`   ${language === 'zh' ? '暂按' : 'assumed'}: ${one.reason}`);
  }
  return `${lines.join('\n')}\n`;
}
