import type { OutlineNode } from '../worker/protocol.ts';
import { monaco, YICE } from './monaco.ts';
import { rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

const toSymbol = (model: monaco.editor.ITextModel, node: OutlineNode): monaco.languages.DocumentSymbol => ({
  name: node.name,
  detail: node.word,
  kind: node.children.length > 0 ? monaco.languages.SymbolKind.Class : monaco.languages.SymbolKind.Property,
  tags: [],
  range: rangeIn(model, node.range),
  selectionRange: rangeIn(model, node.nameRange),
  children: node.children.map((child) => toSymbol(model, child)),
});

/** The outline, for the editor's own screen-reader navigation and breadcrumbs. */
export function registerOutline(services: EditorServices): void {
  monaco.languages.registerDocumentSymbolProvider(YICE, {
    provideDocumentSymbols: (model) =>
      services.isCurrent() ? services.outline(uriToPath(model.uri)).map((node) => toSymbol(model, node)) : [],
  });
}
