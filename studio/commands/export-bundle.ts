import { download } from '../exporters/download.ts';
import { analysis } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { currentRecord, signing, signStateOf } from '../store/signing.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

/** The bundle as it was last made, when it is that of the text as it is now. */
const ready = () => {
  const { build, version } = analysis.getState();
  return build?.ok === true && build.textVersion === version ? build : undefined;
};

/** "510700-绵阳市-7f3ac91e40d2.json": the folder and the first three groups of the digest, in a form that any system takes. */
export const bundleName = (folder: string, digest: string): string =>
  `${folder.replace(/[^\p{L}\p{N}-]/gu, '')}-${digest.replace(/^sha256:/, '').slice(0, 12)}.json`;

/** The text of the record by which exactly this digest was signed off. */
const signedRecord = (digest: string): string | undefined => {
  const state = signing.getState();
  const current = currentRecord(state);
  return state.found?.digest === digest && current && signStateOf(state) === 'signed'
    ? workspace.getState().files[current.path]?.text
    : undefined;
};

export const exportBundle: Command = {
  id: 'export-bundle',
  label: { zh: '导出规则包', en: 'Export the bundle' },
  initials: 'dcgzb',
  chord: { key: 'Enter', mod: true },
  when: () => layout.getState().view === 'export' && ready() !== undefined,
  run: () => {
    const build = ready();
    if (!build) return;
    const name = bundleName(build.folder, build.digest);
    download(name, build.bytes, 'application/json');
    // The record goes beside the file that it is about, under the same name.
    const record = signedRecord(build.digest);
    if (record !== undefined) download(name.replace(/\.json$/, '.signoff.json'), record, 'application/json');
  },
};
