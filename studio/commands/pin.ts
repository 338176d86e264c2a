import { layout } from '../store/layout.ts';
import { selection } from '../store/selection.ts';
import type { Command } from './command.ts';

/** The selection stays while editing elsewhere, until the key is pressed again. */
export const pin: Command = {
  id: 'pin',
  label: { zh: '钉住选中的一处', en: 'Pin the selection' },
  initials: 'dzxzdyc',
  chord: { key: 'p', alt: true },
  when: () => layout.getState().view === 'write' && selection.getState().rule !== undefined,
  run: () => selection.setState((state) => ({ pinned: !state.pinned })),
};
