import { download } from '../exporters/download.ts';
import type { Report } from '../exporters/report.ts';
import { askSheets } from '../loop/sheets.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { preferences } from '../store/preferences.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

const WORDS = {
  zh: { scenario: '示例', event: '第几次', value: '比对的数', expected: '期望', actual: '实得', holds: '相符', differs: '不符' },
  en: {
    scenario: 'Scenario',
    event: 'Event',
    value: 'Compared value',
    expected: 'Expected',
    actual: 'Got',
    holds: 'holds',
    differs: 'differs',
  },
} as const;

/** Scenarios and tables of the chosen policy, handed over as one workbook. */
async function sheets(): Promise<void> {
  const { policy } = workspace.getState();
  const state = analysis.getState();
  const found = summaryOf(state, policy);
  if (policy === undefined || !found) return;
  const { language } = preferences.getState();
  const words = WORDS[language];
  const [{ reportSheets }, { caseTable, fileTables, namedApart }] = await Promise.all([
    import('../exporters/report-sheets.ts'),
    import('../exporters/case-sheets.ts'),
  ]);
  const own = state.scenarios.filter((one) => one.policy === policy);
  const files = await Promise.all(found.summary.files.map(askSheets));
  const tables = files.flatMap((file) => (file ? fileTables(file) : []));
  const report: Report = {
    language,
    title: language === 'zh' ? '说明' : 'About',
    lines: [policy],
    figures: [{ value: String(own.length), name: words.scenario }],
    notes: [],
    tables: namedApart([{ ...caseTable(words.scenario, own, words) }, ...tables]),
    foot: '',
  };
  const bytes = await reportSheets(report);
  download(`${policy}.xlsx`, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export const exportSheets: Command = {
  id: 'export-sheets',
  label: { zh: '示例和表格导出为 Excel', en: 'Export scenarios and tables as a workbook' },
  initials: 'slhbgdc',
  when: () => summaryOf(analysis.getState(), workspace.getState().policy) !== undefined,
  run: () => void sheets(),
};
