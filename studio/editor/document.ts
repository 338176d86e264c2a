import type { TextEdit } from '../../language/diagnostics/diagnostic.ts';
import type { TextFile } from '../worker/protocol.ts';
import type { Change } from './changes.ts';
import { changesBetween } from './changes.ts';
import { registerLanguage } from './language.ts';
import { monaco, YICE } from './monaco.ts';
import { registerProviders } from './providers.ts';
import { modelOf, pathToUri, rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/**
 * The owner of text and undo: one model per file, alive as long as the page, so that undo reaches back over every screen. Others ask for
 * edits; nobody sets the text.
 */
export interface RuleDocument {
  /** Makes the models follow texts that changed outside of the editor (import, another tab): an undoable edit, never a reset. */
  sync(files: readonly TextFile[]): void;
  /** Applies edits over one or several files as one step of undo. */
  apply(edits: readonly TextEdit[]): void;
  /** Replaces a whole text by its smallest changes. */
  rewrite(path: string, text: string): void;
  undo(path: string): void;
  redo(path: string): void;
  textOf(path: string): string | undefined;
  readonly services: EditorServices;
}

/** Opens the document. `onText` hears every change of text, except while an input method composes: then once, when it is done. */
export function createDocument(services: EditorServices, onText: (path: string, text: string) => void): RuleDocument {
  registerLanguage();
  registerProviders(services);

  const push = (model: monaco.editor.ITextModel, edits: readonly Change[]): void => {
    model.pushStackElement();
    model.pushEditOperations(
      null,
      edits.map(({ start, end, text }) => ({ range: rangeIn(model, { start, end }), text, forceMoveMarkers: true })),
      () => null,
    );
    model.pushStackElement();
  };
  const rewrite = (path: string, text: string): void => {
    const model = modelOf(path);
    if (model && model.getValue() !== text) push(model, changesBetween(model.getValue(), text));
  };
  const opened = (path: string, text: string): void => {
    const model = monaco.editor.createModel(text, path.endsWith('.yice') ? YICE : 'plaintext', pathToUri(path));
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    model.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    let told = model.getVersionId();
    model.onDidChangeContent(() => {
      services.whenComposed(() => {
        if (model.isDisposed() || told === model.getVersionId()) return;
        told = model.getVersionId();
        onText(path, model.getValue());
      });
    });
  };

  return {
    services,
    rewrite,
    sync: (files) => {
      const paths = new Set(files.map(({ path }) => path));
      for (const { path, text } of files) {
        if (modelOf(path)) rewrite(path, text);
        else opened(path, text);
      }
      for (const model of monaco.editor.getModels()) {
        if (model.uri.scheme === 'yice' && !paths.has(uriToPath(model.uri))) model.dispose();
      }
    },
    apply: (edits) => {
      const byFile = new Map<string, TextEdit[]>();
      for (const edit of edits) byFile.set(edit.span.file, [...(byFile.get(edit.span.file) ?? []), edit]);
      for (const [path, own] of byFile) {
        const model = modelOf(path);
        if (model)
          push(
            model,
            own.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
          );
      }
    },
    undo: (path) => void modelOf(path)?.undo(),
    redo: (path) => void modelOf(path)?.redo(),
    textOf: (path) => modelOf(path)?.getValue(),
  };
}
