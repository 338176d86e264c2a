import type { Phrase } from '../strings/strings.ts';

/** Keys that belong to a control rather than to a command. */
export const EXTRA_KEYS: readonly { readonly keys: string; readonly label: Phrase }[] = [
  { keys: 'Ctrl M', label: { zh: '让 Tab 离开编辑器', en: 'Let Tab leave the editor' } },
  { keys: 'Esc', label: { zh: '依次离开格子、面板、浮层', en: 'Leave cell, panel, overlay, in that order' } },
  { keys: '← →', label: { zh: '在时间尺上换一天；Shift 换一月', en: 'On the ruler: another day; with Shift another month' } },
  { keys: 'PageUp PageDown', label: { zh: '在时间尺上到相邻版本', en: 'On the ruler: the neighbouring version' } },
];
