import type { View } from '../store/layout.ts';
import { layout } from '../store/layout.ts';
import type { Command } from './command.ts';

const screen = (view: View, zh: string, en: string, initials: string): Command => ({
  id: `show-${view}`,
  label: { zh, en },
  initials,
  when: () => layout.getState().view !== view,
  run: () => layout.setState({ view }),
});

/** One command for each screen. */
export const screenCommands: readonly Command[] = [
  screen('start', '到开始', 'Go to Start', 'dks'),
  screen('write', '到编写', 'Go to Write', 'dbx'),
  screen('annual', '到年调', 'Go to This year’s change', 'dnd'),
  screen('simulate', '到试算', 'Go to Simulate', 'dss'),
  screen('patients', '到复核', 'Go to Review', 'dfh'),
  screen('compare', '到对比', 'Go to Compare', 'ddb'),
  screen('check', '到检查', 'Go to Check', 'djc'),
  screen('export', '到导出', 'Go to Export', 'ddc'),
];
