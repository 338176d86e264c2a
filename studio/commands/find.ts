import { layout } from '../store/layout.ts';
import type { Command } from './command.ts';

export const find: Command = {
  id: 'find',
  label: { zh: '找条款、规则、命令', en: 'Find a clause, rule or command' },
  initials: 'ztkgzml',
  chord: { key: 'k', mod: true },
  run: () => layout.setState((state) => ({ overlay: state.overlay === 'palette' ? undefined : 'palette' })),
};
