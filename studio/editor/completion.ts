import type { CompletionItem } from '../worker/protocol.ts';
import { monaco, YICE } from './monaco.ts';
import { rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

const KIND: Readonly<Record<CompletionItem['kind'], monaco.languages.CompletionItemKind>> = {
  keyword: monaco.languages.CompletionItemKind.Keyword,
  name: monaco.languages.CompletionItemKind.Variable,
  value: monaco.languages.CompletionItemKind.EnumMember,
  field: monaco.languages.CompletionItemKind.Field,
  unit: monaco.languages.CompletionItemKind.Unit,
  snippet: monaco.languages.CompletionItemKind.Snippet,
};

/** Keywords, names and values, found by their letters, their pinyin or its initials. */
export function registerCompletion(services: EditorServices): void {
  monaco.languages.registerCompletionItemProvider(YICE, {
    triggerCharacters: ['.', '|', '：', ':', '、', ' '],
    provideCompletionItems: async (model, position) => {
      const found = await services.complete({ file: uriToPath(model.uri), offset: model.getOffsetAt(position) });
      if (!found || model.isDisposed()) return { suggestions: [], incomplete: true };
      const range = rangeIn(model, found.replace);
      const language = services.language();
      return {
        suggestions: found.items.map((item, index) => ({
          label: item.detail ? { label: item.label, description: item.detail[language] } : item.label,
          kind: KIND[item.kind],
          insertText: item.insert,
          ...(item.snippet === true ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
          filterText: item.filter,
          sortText: String(index).padStart(5, '0'),
          range,
        })),
      };
    },
  });
}
