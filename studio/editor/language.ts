import { monaco, YICE } from './monaco.ts';

/** Registers the language once: brackets, comments, what a word is, and a coarse colouring until the worker's own arrives. */
export function registerLanguage(): void {
  if (monaco.languages.getLanguages().some((language) => language.id === YICE)) return;
  monaco.languages.register({ id: YICE, extensions: ['.yice'] });
  monaco.languages.setLanguageConfiguration(YICE, {
    comments: { lineComment: '//' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
      ['｛', '｝'],
      ['（', '）'],
      ['［', '］'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '“', close: '”' },
      { open: '｛', close: '｝' },
      { open: '（', close: '）' },
    ],
    surroundingPairs: [
      { open: '“', close: '”' },
      { open: '(', close: ')' },
      { open: '[', close: ']' },
    ],
    // A run of Han letters is a word; a digit ends it, as it does for the parser.
    wordPattern: /[\u3400-\u4dbf\u4e00-\u9fff·]+|[A-Za-z_][A-Za-z0-9_]*|[0-9][0-9,.]*[%‰]?/,
    indentationRules: { increaseIndentPattern: /[{｛]\s*(\/\/.*)?$/, decreaseIndentPattern: /^\s*[}｝]/ },
    onEnterRules: [{ beforeText: /^\s*\|.*\|\s*$/, action: { indentAction: monaco.languages.IndentAction.None, appendText: '| ' } }],
  });
  monaco.languages.setMonarchTokensProvider(YICE, {
    tokenizer: {
      root: [
        [/\/\/.*$/, 'comment'],
        [/“/, { token: 'quote', next: '@quote' }],
        [/"[^"]*"/, 'quote'],
        [/[0-9０-９][0-9０-９,.-]*\s?(?:[千万亿]?[元角分]|个百分点|个月|年|天|周岁|年度|次|小时|[%％‰万亿千])?/, 'number'],
        [/[|{}[\]()=+×÷<>≥≤≠,;:、。；：｛｝（）＝|＼]/, 'operator'],
      ],
      // “ ” nest: a notice contains them itself.
      quote: [
        [/“/, { token: 'quote', next: '@push' }],
        [/”/, { token: 'quote', next: '@pop' }],
        [/[^“”]+/, 'quote'],
      ],
    },
  });
}
