import { saving } from '../store/saving.ts';
import type { Command } from './command.ts';

/** Everything is saved as it is typed; the key only shows when. */
export const save: Command = {
  id: 'save',
  label: { zh: '看保存时间', en: 'Show when it was saved' },
  initials: 'kbcsj',
  chord: { key: 's', mod: true },
  run: () => saving.setState((state) => ({ flashes: state.flashes + 1 })),
};
