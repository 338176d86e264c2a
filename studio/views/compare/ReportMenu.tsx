import { useStore } from 'zustand';
import { download } from '../../exporters/download.ts';
import { comparison } from '../../store/comparison.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Floating.tsx';
import { comparisonReport } from './report.ts';
import type { Sides } from './sides.ts';
import { compareWords } from './strings.ts';
import { useSideName } from './use-side-name.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The comparison as a file that stands alone, on paper, or as a spreadsheet. */
export function ReportMenu({ sides }: { readonly sides: Extract<Sides, { kind: 'sides' }> }) {
  const say = useWords(compareWords);
  const language = useLanguage();
  const state = useStore(comparison);
  const [before, after] = [useSideName(sides.before), useSideName(sides.after)];
  const ready = state.changes !== undefined && state.effects !== undefined;
  const report = () => comparisonReport(state, sides, { before, after }, say, language);
  const name = `${say('reportTitle')} ${sides.after.policy} ${sides.before.day} ${sides.after.day}`.replace(/[\\/:*?"<>|]/g, '-');
  const html = async (): Promise<string> => (await import('../../exporters/report-page.ts')).reportPage(report());
  return (
    <Menu
      lines={[
        {
          key: 'print',
          text: say('reportPrint'),
          icon: 'document',
          disabled: !ready,
          onClick: () => void (async () => (await import('../../exporters/print-page.ts')).printPage(await html()))(),
        },
        {
          key: 'html',
          text: say('reportHtml'),
          icon: 'save',
          disabled: !ready,
          onClick: () => void (async () => download(`${name}.html`, await html(), 'text/html;charset=utf-8'))(),
        },
        {
          key: 'xlsx',
          text: say('reportXlsx'),
          icon: 'table',
          disabled: !ready,
          onClick: () =>
            void (async () =>
              download(`${name}.xlsx`, await (await import('../../exporters/report-sheets.ts')).reportSheets(report()), XLSX))(),
        },
      ]}
    >
      <Button icon="export">{say('report')}</Button>
    </Menu>
  );
}
