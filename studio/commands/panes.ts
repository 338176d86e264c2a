import type { Command } from './command.ts';

/** The pane that has the focus gives it to its neighbour in reading order; from outside, the first or last takes it. */
const move = (by: 1 | -1): void => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[at < 0 ? (by > 0 ? 0 : panes.length - 1) : (at + by + panes.length) % panes.length];
  // The editor takes keys in an element of its own.
  const inner = next?.querySelector<HTMLElement>('.native-edit-context, .inputarea, [data-pane-focus]');
  (inner ?? next)?.focus();
};

export const nextPane: Command = {
  id: 'next-pane',
  label: { zh: '到下一栏', en: 'Go to the next pane' },
  initials: 'dxyl',
  chord: { key: 'F6' },
  run: () => move(1),
};
export const previousPane: Command = {
  id: 'previous-pane',
  label: { zh: '到上一栏', en: 'Go to the previous pane' },
  initials: 'dsyl',
  chord: { key: 'F6', shift: true },
  run: () => move(-1),
};
