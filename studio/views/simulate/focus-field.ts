/** A field of the visit, or one of an item, which an answer names as “项目 第1项.金额”: the items' blocks say which list and number they are. */
export const focusField = (name: string): void => {
  const [, place, field] = /^(.+ 第\d+项)\.(.+)$/.exec(name) ?? [];
  const around = place === undefined ? document : document.querySelector(`[data-item="${CSS.escape(place)}"]`);
  for (const label of (around ?? document).querySelectorAll('label')) {
    if (label.textContent === (field ?? name) && label.htmlFor !== '') document.getElementById(label.htmlFor)?.focus();
  }
};
