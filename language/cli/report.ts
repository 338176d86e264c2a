import type { Diagnostic, Severity, Words } from '../diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../diagnostics/render.ts';
import { position } from '../diagnostics/source-frame.ts';
import type { Terminal } from './terminal.ts';
import type { Loaded } from './workspace.ts';

/** The text of any file or document that was loaded. */
export function textsOf(loaded: Loaded): (path: string) => string | undefined {
  const texts = new Map([...loaded.files, ...loaded.documents].map(({ path, text }) => [path, text]));
  return (path) => texts.get(path);
}

/** Findings about the selected texts, in the order of file and place. A finding without a place belongs to all. */
export function selectedOf(loaded: Loaded, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const place = (one: Diagnostic) => one.labels[0]?.span;
  return diagnostics
    .filter((one) => loaded.selected.has(place(one)?.file ?? '') || !place(one))
    .sort((a, b) => {
      const [x, y] = [place(a), place(b)];
      if (x?.file !== y?.file) return (x?.file ?? '') < (y?.file ?? '') ? -1 : 1;
      return (x?.start ?? 0) - (y?.start ?? 0);
    });
}

export const countOf = (diagnostics: readonly Diagnostic[], severity: Severity): number =>
  diagnostics.filter((one) => one.severity === severity).length;

/** All findings as text, an empty line between them. */
export function rendered(loaded: Loaded, diagnostics: readonly Diagnostic[], terminal: Terminal): string {
  const texts = textsOf(loaded);
  const options = { lang: terminal.lang, colour: terminal.colour };
  return diagnostics.map((one) => `${renderDiagnostic(one, texts, options)}\n\n`).join('');
}

/** "2 个错误,1 个警告" */
export function summary(diagnostics: readonly Diagnostic[], files: number): Words {
  const errors = countOf(diagnostics, 'error');
  const warnings = countOf(diagnostics, 'warning');
  const hints = countOf(diagnostics, 'hint');
  if (errors + warnings + hints === 0) return { zh: `${files} 个文件，没有发现问题`, en: `${files} files, nothing found` };
  return {
    zh: `${files} 个文件：${errors} 个错误，${warnings} 个警告，${hints} 条提示`,
    en: `${files} files: ${errors} errors, ${warnings} warnings, ${hints} hints`,
  };
}

/** A finding for programs: both languages, and places as offsets and as lines and columns from 1. */
export function toJson(loaded: Loaded, diagnostic: Diagnostic): unknown {
  const texts = textsOf(loaded);
  const labels = diagnostic.labels.map(({ span, words }) => {
    const text = texts(span.file) ?? '';
    return { ...span, from: position(text, span.start), to: position(text, span.end), ...(words ? { words } : {}) };
  });
  return { ...diagnostic, labels };
}
