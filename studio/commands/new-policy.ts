import { addFiles } from '../loop/loop.ts';
import { newPolicyText } from '../loop/new-policy.ts';
import { folderNow } from '../loop/notices.ts';
import { analysis } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { chosen, workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

/** Begins a policy of the area that is looked at: its lines stand there, and what is not filled in is open. */
async function begin(): Promise<void> {
  const folder = folderNow();
  const { files } = workspace.getState();
  let number = 1;
  const path = (): string => [folder, `新政策${number}.yice`].filter(Boolean).join('/');
  while (path() in files) number += 1;
  const name = `${folder.replace(/^\d+-/u, '')}新政策${number}`;
  const file = path();
  await addFiles([{ path: file, text: newPolicyText(folder, name) }]);
  workspace.setState({ openFile: file });
  layout.setState({ view: 'write' });
  // A policy can be chosen once it is known; what is not known yet counts as gone.
  const choose = (): boolean => {
    if (!analysis.getState().analysis?.declared.some((one) => one.name === name)) return !(file in workspace.getState().files);
    workspace.setState((state) => chosen(state, { policy: name }));
    return true;
  };
  if (choose()) return;
  const stop = analysis.subscribe(() => {
    if (choose()) stop();
  });
}

export const newPolicy: Command = {
  id: 'new-policy',
  label: { zh: '新建政策', en: 'New policy' },
  initials: 'xjzc',
  run: () => void begin(),
};
