import { monaco } from './monaco.ts';

/** The page's own tokens, read where the page keeps them, so that editor and page cannot drift apart. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const bare = (name: string): string => token(name).replace('#', '');

/** Makes and sets the theme of the page as it is now painted. */
export function applyTheme(name: 'light' | 'dark'): void {
  const id = `yice-${name}`;
  const rule = (kind: string, colour: string, fontStyle = ''): monaco.editor.ITokenThemeRule => ({ token: kind, foreground: bare(colour), fontStyle });
  monaco.editor.defineTheme(id, {
    base: name === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: bare('ink'), background: bare('surface') },
      rule('keyword', 'kw', 'bold'), rule('number', 'num'), rule('quote', 'str'), rule('comment', 'ink-3'), rule('name', 'ink'),
      rule('declaration', 'ink', 'bold'), rule('value', 'ink'), rule('operator', 'op'), rule('open', 'ochre', 'bold'),
    ],
    colors: {
      'editor.background': token('surface'), 'editor.foreground': token('ink'), 'editorCursor.foreground': token('indigo'),
      'editorLineNumber.foreground': token('ink-3'), 'editorLineNumber.activeForeground': token('ink'),
      'editor.selectionBackground': token('indigo-soft'), 'editor.inactiveSelectionBackground': token('sunken'),
      'editor.selectionHighlightBackground': token('sunken'), 'editor.wordHighlightBackground': token('sunken'), 'editor.wordHighlightStrongBackground': token('sunken'),
      'editor.lineHighlightBackground': token('surface-2'), 'editor.lineHighlightBorder': '#00000000',
      'editor.findMatchBackground': token('ochre-line'), 'editor.findMatchHighlightBackground': token('ochre-soft'),
      'editorIndentGuide.background1': token('line'), 'editorIndentGuide.activeBackground1': token('line-2'),
      'editorBracketMatch.background': token('jade-soft'), 'editorBracketMatch.border': '#00000000',
      'editorWidget.background': token('surface'), 'editorWidget.foreground': token('ink'), 'editorWidget.border': token('line-2'), 'widget.shadow': '#00000022',
      'editorHoverWidget.background': token('surface'), 'editorHoverWidget.foreground': token('ink'), 'editorHoverWidget.border': token('line-2'), 'editorHoverWidget.statusBarBackground': token('surface-2'),
      'editorSuggestWidget.background': token('surface'), 'editorSuggestWidget.border': token('line-2'), 'editorSuggestWidget.foreground': token('ink'),
      'editorSuggestWidget.selectedBackground': token('indigo-soft'), 'editorSuggestWidget.selectedForeground': token('ink'), 'editorSuggestWidget.highlightForeground': token('indigo'), 'editorSuggestWidget.focusHighlightForeground': token('indigo'),
      'list.hoverBackground': token('surface-2'), 'list.focusBackground': token('indigo-soft'), 'list.focusForeground': token('ink'), 'list.activeSelectionBackground': token('indigo-soft'), 'list.activeSelectionForeground': token('ink'), 'list.highlightForeground': token('indigo'),
      'input.background': token('surface'), 'input.foreground': token('ink'), 'input.border': token('ctl'), focusBorder: token('indigo'), 'inputOption.activeBackground': token('indigo-soft'), 'inputOption.activeForeground': token('indigo'), 'inputOption.activeBorder': token('indigo'),
      'menu.background': token('surface'), 'menu.foreground': token('ink'), 'menu.selectionBackground': token('indigo-soft'), 'menu.selectionForeground': token('ink'), 'menu.separatorBackground': token('line'), 'menu.border': token('line-2'),
      'button.background': token('jade'), 'button.foreground': token('jade-ink'), foreground: token('ink'), descriptionForeground: token('ink-3'), 'textLink.foreground': token('indigo'), 'icon.foreground': token('ink-2'),
      'editorError.foreground': token('verm'), 'editorWarning.foreground': token('ochre'), 'editorInfo.foreground': token('ink-3'), 'editorHint.foreground': token('ink-3'),
      'scrollbar.shadow': '#00000000', 'scrollbarSlider.background': `${token('line-2')}99`, 'scrollbarSlider.hoverBackground': token('line-2'), 'scrollbarSlider.activeBackground': token('ctl'),
      'editorOverviewRuler.border': '#00000000', 'editorGutter.background': token('surface'), 'editorGutter.foldingControlForeground': token('ink-3'), 'editorLightBulb.foreground': token('ochre'), 'editorLightBulbAutoFix.foreground': token('jade'),
      'peekView.border': token('indigo'), 'peekViewEditor.background': token('surface-2'), 'peekViewResult.background': token('surface'), 'peekViewTitle.background': token('surface-2'), 'peekViewTitleLabel.foreground': token('ink'), 'peekViewTitleDescription.foreground': token('ink-3'), 'peekViewResult.fileForeground': token('ink'), 'peekViewResult.lineForeground': token('ink-2'), 'peekViewResult.selectionBackground': token('indigo-soft'), 'peekViewResult.selectionForeground': token('ink'), 'peekViewEditor.matchHighlightBackground': token('ochre-soft'), 'peekViewResult.matchHighlightBackground': token('ochre-soft'),
    },
  });
  monaco.editor.setTheme(id);
}
