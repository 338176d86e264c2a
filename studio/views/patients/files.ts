/** Sets as files: in from JSON, out as JSON or as a spreadsheet that can be pasted back. */
import { download } from '../../exporters/download.ts';
import type { SheetCell } from '../../exporters/table.ts';
import { workbookBytes } from '../../exporters/table.ts';
import { cellsOf } from '../../importers/delimited.ts';
import { pickFiles } from '../../importers/pick-files.ts';
import { workbookCells } from '../../importers/table.ts';
import { addSet } from '../../loop/patient-sets.ts';
import { patientSetText, readPatientSet } from '../../storage/patient-set.ts';
import type { PatientSet } from '../../store/patient-sets.ts';
import { lineOf } from '../../store/review-outcome.ts';
import type { Say } from '../../strings/strings.ts';
import { currentLanguage } from '../../strings/strings.ts';
import { describe } from './ReviewGrid.tsx';
import { factText, yuanIn } from './select.ts';
import type { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

type SayPatients = Say<(typeof patientsWords)['book']>;

/** The set as its own file. */
export const exportSet = (path: string, set: PatientSet): void =>
  download(path.split('/').at(-1) ?? `${set.title}.patients.json`, patientSetText(set), 'application/json');

/** Lets the person choose set files and puts them into an area's folder; what cannot be read is said. */
export async function importSets(folder: string, say: SayPatients): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const file of await pickFiles('.json')) {
    const read = readPatientSet(await file.text());
    if (read.ok) addSet(folder, read.set, say('undoneImport', { count: read.set.patients.length }));
    else problems.push(say('unreadFile', { name: file.name, why: read.problems[0]?.[currentLanguage()] ?? '' }));
  }
  return problems;
}

/** The cells of a chosen table: a spreadsheet, or text with tabs or commas. */
export async function tableOf(file: File): Promise<readonly (readonly string[])[]> {
  return /\.xlsx$/i.test(file.name) ? workbookCells(await file.arrayBuffer()) : cellsOf(await file.text());
}

const WIDTH = 16;
const WIDE = 34;

/** Every visit of the set as a row: all its fields, then each compared value with what came beside what was expected. */
export async function exportTable(table: Table, say: SayPatients): Promise<void> {
  const { set, summaries, groups } = table;
  const fields = [...new Set(summaries.flatMap(({ inputs }) => inputs.map(({ name }) => name)))].filter((name) =>
    set.patients.some(({ encounters }) => encounters.some((visit) => visit.fields[name] !== undefined)),
  );
  const labels = [...new Set(set.patients.flatMap(({ expected = {} }) => Object.values(expected).flatMap((one) => Object.keys(one))))];
  const plain = (text: string): SheetCell => ({ text });
  const money = (text: string): SheetCell => {
    const yuan = yuanIn(text);
    return yuan === undefined ? plain(text) : { text: yuan, amount: true };
  };
  const rows: SheetCell[][] = [
    [
      ...[say('number'), say('name'), ...fields].map(plain),
      ...labels.flatMap((label) => [plain(say('useExpected', { label })), plain(say('actual', { label }))]),
      ...[say('stateOf'), say('wherefore'), say('oneLine'), say('useNote')].map(plain),
    ],
  ];
  for (const group of groups)
    for (const { number, patient, reviewed, outcome } of group.cases)
      for (const visit of patient.encounters.filter(({ reverses }) => reverses === undefined)) {
        const came = reviewed?.visits.find(({ event }) => event === visit.id);
        const values = new Map(came?.values.map((value) => [value.label, value]));
        rows.push([
          plain(String(number)),
          plain(patient.name),
          ...fields.map((name): SheetCell => {
            const text = factText(visit.fields[name], say('yes'), say('no'));
            return /^\d+\.\d{2}$/.test(text) ? { text, amount: true } : plain(text);
          }),
          ...labels.flatMap((label): SheetCell[] => {
            const value = values.get(label);
            if (!value) return [plain(''), plain('')];
            const tone = value.verdict === 'differs' ? 'wrong' : value.verdict === 'open' ? 'open' : undefined;
            return [money(value.expected), { ...money(value.actual), ...(tone ? { tone } : {}) }];
          }),
          plain(say(outcome)),
          plain(outcome === 'passed' ? '' : describe(group, say)),
          plain(lineOf(patient)),
          plain(patient.note ?? ''),
        ]);
      }
  const widths = (rows[0] ?? []).map((_, at, all) => (at === 1 || at > all.length - 4 ? WIDE : WIDTH));
  const bytes = await workbookBytes(set.title, rows, widths);
  download(`${set.title}.xlsx`, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}
