import { screenReader, switchLanguage, switchTheme } from './appearance.ts';
import type { Command } from './command.ts';
import { editCommands } from './edit.ts';
import { exportBundle } from './export-bundle.ts';
import { exportReport } from './export-report.ts';
import { exportSheets } from './export-sheets.ts';
import { exportWorkspace } from './export-workspace.ts';
import { find } from './find.ts';
import { format, toChinese, toEnglish } from './format.ts';
import { importFiles } from './import-files.ts';
import { newPolicy } from './new-policy.ts';
import { openNotice, pasteNotice } from './open-notices.ts';
import { nextPane, previousPane } from './panes.ts';
import { pin } from './pin.ts';
import { nextProblem, previousProblem } from './problems.ts';
import { save } from './save.ts';
import { screenCommands } from './screens.ts';
import { settle } from './settle.ts';
import { showHistory } from './show-history.ts';
import { showKeys } from './show-keys.ts';
import { showReachedCommand } from './show-reached.ts';

/** Everything that can be done, in the order of the key sheet. */
export const commands: readonly Command[] = [
  find,
  settle,
  exportBundle,
  exportReport,
  exportSheets,
  nextPane,
  previousPane,
  nextProblem,
  previousProblem,
  ...editCommands,
  pin,
  format,
  toChinese,
  toEnglish,
  save,
  openNotice,
  pasteNotice,
  newPolicy,
  importFiles,
  exportWorkspace,
  showHistory,
  showReachedCommand,
  ...screenCommands,
  switchLanguage,
  switchTheme,
  screenReader,
  showKeys,
];
