/** The editor library's own words, in the language of the page. They must be there before the library is; it reads them once. */
export async function loadEditorWords(language: 'zh' | 'en'): Promise<void> {
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn');
}
