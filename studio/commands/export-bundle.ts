import { download } from '../exporters/download.ts';
import { analysis } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import type { Command } from './command.ts';

/** The bundle as it was last made, when it is that of the text as it is now. */
const ready = () => {
  const { build, version } = analysis.getState();
  return build?.ok === true && build.textVersion === version ? build : undefined;
};

/** "510700-绵阳市-7f3ac91e40d2.json": the folder and the first three groups of the digest, in a form that any system takes. */
export const bundleName = (folder: string, digest: string): string =>
  `${folder.replace(/[^\p{L}\p{N}-]/gu, '')}-${digest.replace(/^sha256:/, '').slice(0, 12)}.json`;

export const exportBundle: Command = {
  id: 'export-bundle',
  label: { zh: '导出规则包', en: 'Export the bundle' },
  initials: 'dcgzb',
  chord: { key: 'Enter', mod: true },
  when: () => layout.getState().view === 'export' && ready() !== undefined,
  run: () => {
    const build = ready();
    if (build) download(bundleName(build.folder, build.digest), build.bytes, 'application/json');
  },
};
