import type { Diagnostic, Severity } from '../../language/diagnostics/diagnostic.ts';
import { monaco, YICE } from './monaco.ts';
import { modelOf, pathToUri, rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

const SEVERITY: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
};

const toMarker = (model: monaco.editor.ITextModel, finding: Diagnostic, language: 'zh' | 'en'): monaco.editor.IMarkerData => {
  const place = finding.labels[0]?.span ?? { start: 0, end: 0 };
  const range = rangeIn(model, place);
  // A place of no width still shows a mark.
  const shown = range.isEmpty() ? range.setEndPosition(range.endLineNumber, range.endColumn + 1) : range;
  return {
    ...shown,
    severity: SEVERITY[finding.severity],
    message: [finding.what[language], finding.why[language], finding.remedy[language]].filter((sentence) => sentence !== '').join('\n'),
    code: finding.code,
    relatedInformation: finding.labels.slice(1).flatMap(({ span, words }) => {
      const other = modelOf(span.file);
      return other && words ? [{ resource: pathToUri(span.file), message: words[language], ...rangeIn(other, span) }] : [];
    }),
  };
};

interface Marked {
  readonly own: readonly Diagnostic[];
  readonly language: 'zh' | 'en';
  readonly version: number;
}

const same = (before: Marked | undefined, now: Marked): boolean =>
  before?.version === now.version &&
  before.language === now.language &&
  before.own.length === now.own.length &&
  before.own.every((one, at) => one === now.own[at]);

/** Marks in the text what the worker found, again after every analysis and in the language of the page. */
export function keepMarkers(services: EditorServices): void {
  /** What is marked in each text: the same findings on the same text need not be marked again. */
  const marked = new WeakMap<monaco.editor.ITextModel, Marked>();
  const mark = (): void => {
    if (!services.isFound()) return;
    const findings = new Map<string, Diagnostic[]>();
    for (const finding of services.diagnostics()) {
      const file = finding.labels[0]?.span.file ?? '';
      const others = findings.get(file);
      if (others) others.push(finding);
      else findings.set(file, [finding]);
    }
    const language = services.language();
    for (const model of monaco.editor.getModels()) {
      if (model.uri.scheme !== 'yice') continue;
      const own = findings.get(uriToPath(model.uri)) ?? [];
      const now: Marked = { own, language, version: model.getVersionId() };
      if (same(marked.get(model), now)) continue;
      marked.set(model, now);
      monaco.editor.setModelMarkers(
        model,
        YICE,
        own.map((finding) => toMarker(model, finding, language)),
      );
    }
  };
  services.onChange(mark);
}
