import { visible } from './columns.ts';
import type { Diagnostic, Fix, Severity } from './diagnostic.ts';
import { type FrameLabel, frameRows, position } from './source-frame.ts';

export interface RenderOptions {
  readonly lang: 'zh' | 'en';
  /** ANSI colours, for a terminal. */
  readonly colour: boolean;
}

const HEADINGS: Readonly<Record<Severity, { readonly zh: string; readonly en: string }>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
};

const PARTS = {
  why: { zh: '原因：', en: 'why: ' },
  remedy: { zh: '办法：', en: 'do:  ' },
  witness: { zh: '例子：', en: 'patient: ' },
  fix: { zh: '改法：', en: 'fix: ' },
} as const;

const SEVERITY_INK: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', hint: '1;36' };
const FRAME_INK = '34';
const SECONDARY_INK = '36';

/**
 * A finding as text: heading, source with a caret under what is meant, why, what to do, the patient who shows it, and the repairs.
 * `textOf` gives the text of a file that was checked; a file it does not know is named without a frame.
 */
export function renderDiagnostic(diagnostic: Diagnostic, textOf: (file: string) => string | undefined, options: RenderOptions): string {
  const { lang, colour } = options;
  const paint = (ink: string, text: string): string => (colour && text !== '' ? `\u001b[${ink}m${text}\u001b[0m` : text);
  const ink = SEVERITY_INK[diagnostic.severity];
  const colon = lang === 'zh' ? '：' : ': ';
  const heading = `${paint(ink, HEADINGS[diagnostic.severity][lang] + colon)}${paint('1', visible(diagnostic.what[lang]))} [${diagnostic.code}]`;
  const frames = filesOf(diagnostic).map((file) => {
    const labels = diagnostic.labels.filter((label) => label.span.file === file);
    const shown = labels.map((label): FrameLabel => (label.words ? { span: label.span, words: label.words[lang] } : { span: label.span }));
    return frame(file, textOf(file), shown, file === diagnostic.labels[0]?.span.file, ink, paint);
  });
  const said: string[] = [];
  const say = (part: keyof typeof PARTS, text: string): void => {
    if (text !== '') said.push(`  ${paint(FRAME_INK, PARTS[part][lang])}${visible(text)}`);
  };
  say('why', diagnostic.why[lang]);
  say('remedy', diagnostic.remedy[lang]);
  say('witness', witness(diagnostic, lang));
  for (const fix of diagnostic.fixes) {
    say('fix', fix.title[lang]);
    for (const line of repaired(fix, textOf)) said.push(`    ${paint('32', `+ ${line}`)}`);
  }
  return [heading, ...frames, ...said].join('\n');
}

function filesOf(diagnostic: Diagnostic): string[] {
  return [...new Set(diagnostic.labels.map((label) => label.span.file))];
}

function frame(
  file: string,
  text: string | undefined,
  labels: readonly FrameLabel[],
  primary: boolean,
  ink: string,
  paint: (ink: string, text: string) => string,
): string {
  if (text === undefined) return `  ${paint(FRAME_INK, '┌─')} ${visible(file)}`;
  const rows = frameRows(text, labels, primary);
  const { line, column } = position(text, labels[0]?.span.start ?? 0);
  const gutter = Math.max(...rows.map((row) => String(row.number ?? '').length));
  const bar = paint(FRAME_INK, '│');
  const lines = rows.map((row) => {
    const number = paint(FRAME_INK, String(row.number ?? '').padStart(gutter));
    const tone = row.tone === 'primary' ? paint(ink, row.text) : row.tone === 'secondary' ? paint(SECONDARY_INK, row.text) : row.text;
    return `${number} ${bar} ${tone}`.trimEnd();
  });
  return [`${' '.repeat(gutter)} ${paint(FRAME_INK, '┌─')} ${visible(file)}:${line}:${column}`, ...lines].join('\n');
}

function witness(diagnostic: Diagnostic, lang: 'zh' | 'en'): string {
  const facts = Object.entries(diagnostic.witness ?? {}).map(([name, value]) => `${name} ${value}`);
  return facts.join(lang === 'zh' ? '、' : ', ');
}

/** The line as the fix leaves it, when the fix touches one line only. */
function repaired(fix: Fix, textOf: (file: string) => string | undefined): string[] {
  const first = fix.edits[0];
  if (!first) return [];
  const text = textOf(first.span.file);
  if (text === undefined || fix.edits.some((edit) => edit.span.file !== first.span.file || edit.text.includes('\n'))) return [];
  const start = first.span.start === 0 ? 0 : text.lastIndexOf('\n', first.span.start - 1) + 1;
  const stop = text.indexOf('\n', first.span.start);
  const end = stop === -1 ? text.length : stop;
  if (end - start > 400 || fix.edits.some((edit) => edit.span.start < start || edit.span.end > end)) return [];
  let line = text.slice(start, end);
  for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
    line = line.slice(0, edit.span.start - start) + edit.text + line.slice(edit.span.end - start);
  }
  return [visible(line).trim()];
}
