import { showReached } from '../loop/checking.ts';
import { checking } from '../store/checking.ts';
import { layout } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

/** Marks text and tables where no scenario goes; once more takes the marks away. */
export const showReachedCommand: Command = {
  id: 'show-reached',
  label: { zh: '显示示例走到哪里', en: 'Show what scenarios reach' },
  initials: 'xsslzdnl',
  when: () => workspace.getState().policy !== undefined,
  run: () => {
    const show = !checking.getState().showing;
    showReached(show);
    if (show) layout.setState({ view: 'write' });
  },
};
