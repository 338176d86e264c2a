import { tryAnnualFromHere } from '../loop/annual.ts';
import { settleAgain } from '../loop/loop.ts';
import { reviewSet } from '../loop/reviewing.ts';
import { layout } from '../store/layout.ts';
import type { Command } from './command.ts';

export const settle: Command = {
  id: 'settle',
  label: { zh: '试算', en: 'Simulate' },
  initials: 'ss',
  chord: { key: 'Enter', mod: true },
  when: () => layout.getState().view !== 'export',
  run: () => {
    const { view } = layout.getState();
    if (view === 'annual' && tryAnnualFromHere()) return;
    if (view === 'simulate') settleAgain();
    else if (view === 'patients') void reviewSet();
    else layout.setState({ view: 'simulate' });
  },
};
