import { download } from '../exporters/download.ts';
import { changedValues } from '../loop/changed-values.ts';
import { reachedOf } from '../loop/checking.ts';
import { lookSigning } from '../loop/signing.ts';
import { analysis } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { preferences } from '../store/preferences.ts';
import { currentRecord, formerRecord, signing, signStateOf } from '../store/signing.ts';
import type { Command } from './command.ts';
import { bundleName } from './export-bundle.ts';

/** Gathers what the report says about the bundle that was last made, and hands it over as a file. */
async function report(): Promise<void> {
  const { build, analysis: found, scenarios } = analysis.getState();
  if (build?.ok !== true || !found) return;
  await lookSigning(build.folder);
  const { reportHtml } = await import('../exporters/review-report.ts');
  const policies = found.policies.filter(({ folder }) => folder === build.folder);
  const names = new Set(policies.map(({ name }) => name));
  const reached = Object.fromEntries(await Promise.all([...names].map(async (name) => [name, await reachedOf(name)] as const)));
  const changes = await changedValues(policies);
  const state = signing.getState();
  const html = reportHtml({
    title: policies[0]?.area.name ?? build.folder,
    digest: build.digest,
    language: preferences.getState().language,
    lawLanguage: found.language,
    madeAt: new Date().toISOString(),
    policies,
    scenarios: scenarios.filter(({ policy }) => names.has(policy)),
    reached,
    changes,
    files: build.files,
    sign: signStateOf(state),
    record: (currentRecord(state) ?? formerRecord(state))?.record,
  });
  download(bundleName(build.folder, build.digest).replace(/\.json$/, '-report.html'), html, 'text/html');
}

export const exportReport: Command = {
  id: 'export-report',
  label: { zh: '导出复核报告', en: 'Export the review report' },
  initials: 'dcfhbg',
  when: () => layout.getState().view === 'export' && analysis.getState().build?.ok === true,
  run: () => void report(),
};
