import type { Answer, ReasonRef, ShownValue, WaterfallBar } from '../../runtime/answer.ts';
import { type Concept, vocabulary } from '../../runtime/vocabulary.ts';
import { columns, visible } from '../diagnostics/columns.ts';
import type { Lang } from './terminal.ts';

/** Columns kept for names before an amount. */
const NAME_WIDTH = 34;
const AMOUNT_WIDTH = 14;

const term = (concept: Concept, lang: Lang): string => vocabulary[concept][lang];

/** Two columns: a name, and an amount set to the right. */
function row(name: string, amount: string): string {
  const shown = visible(name);
  return `  ${shown}${' '.repeat(Math.max(1, NAME_WIDTH - columns(shown)))}${amount.padStart(AMOUNT_WIDTH)}`;
}

/** An answer as a person reads it: what was decided, who pays, and why, each line with its rule, numbers and source. */
export function explained(answer: Answer, lang: Lang): string {
  const zh = lang === 'zh';
  const lines: string[] = [`${visible(answer.event)}  ${term(answer.status, lang)}  ${visible(answer.policy)}`];
  if (answer.version) {
    const known =
      answer.version.knownOn === undefined
        ? ''
        : zh
          ? `，按 ${answer.version.knownOn} 已发布的规则`
          : `, as published by ${answer.version.knownOn}`;
    lines.push(
      zh
        ? `  版本 ${answer.version.id}（${answer.version.day}${known}）`
        : `  version ${answer.version.id} (${answer.version.day}${known})`,
    );
  }
  lines.push(`  ${answer.digest}`);
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push('', title, ...rows);
  };
  section(zh ? '谁付' : 'Who pays', payments(answer, lang));
  section(zh ? '为什么' : 'Why', reasons(answer, lang));
  section(zh ? '待定：规则没有写明' : 'Open: the law does not say', answer.open.map(reasonLine));
  section(zh ? '暂按：用了还没有依据的数' : 'Assumed: values without a source yet', answer.assumed.map(reasonLine));
  section(
    zh ? '试算时给定' : 'Supposed',
    answer.supposed.map(({ address, value }) => `  ${visible(address)} = ${visible(value)}`),
  );
  section(
    zh ? '缺项' : 'Missing',
    answer.missing.map((name) => `  ${visible(name)}`),
  );
  section(
    zh ? '不享受' : 'Not eligible',
    answer.ineligible.map(({ name, reason }) => `  ${visible(name)}:${visible(reason)}`),
  );
  section(
    zh ? '拒收' : 'Refused',
    answer.problems.map((problem) => `  ${visible(problem[lang])}`),
  );
  return `${lines.join('\n')}\n`;
}

function payments(answer: Answer, lang: Lang): string[] {
  const bars = answer.explanation?.waterfall ?? [];
  if (bars.length > 0)
    return bars.map((bar: WaterfallBar) => row(bar.payer === undefined ? bar.label : `${bar.label}(${bar.payer})`, bar.amount));
  if (!answer.totals) return [];
  const { totals } = answer;
  const parts = (['total', 'funds', 'hospital', 'personal', 'account', 'cash'] as const).map((part) => row(term(part, lang), totals[part]));
  return parts;
}

function reasons(answer: Answer, lang: Lang): string[] {
  return (answer.explanation?.lines ?? []).flatMap((line) => {
    const words = line[lang];
    const said = [row(words.title, shown(line.value, lang))];
    if (words.detail !== '') said.push(`      ${visible(words.detail)}`);
    if (line.formula !== '') said.push(`      ${visible(line.formula)}`);
    for (const adjustment of line.adjustments) {
      said.push(`      ${visible(adjustment.name)}: ${visible(adjustment.before)} → ${visible(adjustment.after)}`);
    }
    for (const { document, quote } of line.citations) said.push(`      ${visible(document)} “${visible(quote)}”`);
    const source = line.rowSource ?? line.source;
    said.push(`      ${visible(source.file)}:${source.line}${line.row === undefined ? '' : `  ${visible(line.row)}`}`);
    return said;
  });
}

function shown(value: ShownValue, lang: Lang): string {
  switch (value.kind) {
    case 'money':
      return value.exact ? value.text : `${value.text}…`;
    case 'other':
      return value.text;
    case 'open':
      return term('open', lang);
  }
}

const reasonLine = ({ address, reason, source }: ReasonRef): string =>
  `  ${visible(address)}:${visible(reason)}(${visible(source.file)}:${source.line})`;
