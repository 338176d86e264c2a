import type { Phrase } from '../strings/strings.ts';

/** Keys that belong to a control rather than to a command. */
export const EXTRA_KEYS: readonly { readonly keys: string; readonly label: Phrase }[] = [
  { keys: 'Ctrl M', label: { zh: '让 Tab 离开编辑器', en: 'Let Tab leave the editor' } },
  { keys: 'Esc', label: { zh: '依次离开格子、面板、浮层', en: 'Leave cell, panel, overlay, in that order' } },
  { keys: 'F2', label: { zh: '在格子里改', en: 'Edit inside a cell' } },
  { keys: 'Tab ↵', label: { zh: '写进格子，到右边、下一行；加 Shift 往回', en: 'Write the cell and go right, down; with Shift back' } },
  {
    keys: 'Shift ← ↑ → ↓',
    label: { zh: '选中一块格子；Ctrl C X V 与电子表格互换', en: 'Select a block; Ctrl C X V to and from spreadsheets' },
  },
  { keys: 'Ctrl D', label: { zh: '把第一行的值填到下面', en: 'Fill the first row’s values down' } },
  { keys: '← →', label: { zh: '在时间尺上换一天；Shift 换一月', en: 'On the ruler: another day; with Shift another month' } },
  { keys: 'PageUp PageDown', label: { zh: '在时间尺上到相邻版本', en: 'On the ruler: the neighbouring version' } },
];
