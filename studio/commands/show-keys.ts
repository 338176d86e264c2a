import { layout } from '../store/layout.ts';
import type { Command } from './command.ts';

export const showKeys: Command = {
  id: 'show-keys',
  label: { zh: '全部快捷键', en: 'All keys' },
  initials: 'qbkjj',
  chord: { key: '?' },
  run: () => layout.setState((state) => ({ overlay: state.overlay === 'keys' ? undefined : 'keys' })),
};
