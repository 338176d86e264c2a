import { settleAgain } from '../loop/loop.ts';
import { layout } from '../store/layout.ts';
import type { Command } from './command.ts';

export const settle: Command = {
  id: 'settle',
  label: { zh: '试算', en: 'Simulate' },
  initials: 'ss',
  chord: { key: 'Enter', mod: true },
  when: () => layout.getState().view !== 'export',
  run: () => {
    if (layout.getState().view === 'simulate') settleAgain();
    else layout.setState({ view: 'simulate' });
  },
};
