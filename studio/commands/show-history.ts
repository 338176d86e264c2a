import { layout } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

export const showHistory: Command = {
  id: 'history',
  label: { zh: '历史：这份文本以前的样子', en: 'History: what this text was' },
  initials: 'lszfwbyqdyz',
  when: () => workspace.getState().openFile !== undefined,
  run: () => layout.setState({ overlay: 'history' }),
};
