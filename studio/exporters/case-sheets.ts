/** Scenarios and tables as a workbook: one sheet for each, in the words of the policy. */

import type { FileSheets } from '../../language/sheets/sheet.ts';
import { moneyText } from '../strings/money.ts';
import type { ScenarioOutcome } from '../worker/protocol.ts';
import type { ReportTable } from './report.ts';

/** Words of the header, in the language of the page. */
export interface CaseWords {
  readonly scenario: string;
  readonly event: string;
  readonly value: string;
  readonly expected: string;
  readonly actual: string;
  readonly holds: string;
  readonly differs: string;
}

const figure = (text: string): string => {
  const amount = /^(-?\d+\.\d{2})元$/.exec(text)?.[1];
  return amount === undefined ? text : moneyText(amount);
};

const given = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join('、')
    : typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value)
      ? moneyText(value)
      : String(value ?? '');

/** One line a compared value, with the inputs of its event. */
export function caseTable(title: string, scenarios: readonly ScenarioOutcome[], words: CaseWords): ReportTable {
  const fields = [...new Set(scenarios.flatMap(({ stream }) => stream.events.flatMap((event) => Object.keys(event.fields))))];
  return {
    title: sheetName(title),
    note: '',
    columns: [
      { title: words.scenario },
      { title: words.event },
      ...fields.map((field) => ({ title: field })),
      { title: words.value },
      { title: words.expected, right: true },
      { title: words.actual, right: true },
      { title: words.holds },
    ],
    rows: scenarios.flatMap(({ title: name, stream, ticks }) =>
      ticks.map((tick) => ({
        cells: [
          name,
          String(tick.event + 1),
          ...fields.map((field) => given(stream.events[tick.event]?.fields[field])),
          tick.label,
          figure(tick.expected),
          figure(tick.actual),
          tick.pass ? `✓ ${words.holds}` : `≠ ${words.differs}`,
        ],
      })),
    ),
  };
}

/** The tables of a file as they stand in the text: a header, then row by row. */
export const fileTables = ({ text, sheets }: FileSheets): readonly ReportTable[] =>
  sheets
    .filter(({ shape }) => shape !== undefined)
    .map(({ title, columns, rows, cells }) => ({
      title,
      note: '',
      columns: columns.map((column) => ({ title: column.title })),
      rows: rows.map((_, row) => ({
        cells: columns.map((_column, column) => {
          const at = row * columns.length + column;
          const start = cells.starts[at] ?? -1;
          return start < 0 ? '' : text.slice(start, cells.ends[at]);
        }),
      })),
    }));

/** A name that a workbook takes: 31 letters, without the signs that it keeps for itself. */
export const sheetName = (title: string): string =>
  title
    .replace(/[\\/*?:[\]]/g, '-')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31) || '-';

/** Sheets whose names differ; those of one name get a number. */
export function namedApart(tables: readonly ReportTable[]): readonly ReportTable[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    let title = sheetName(table.title);
    for (let number = 2; taken.has(title.toLowerCase()); number += 1) title = `${sheetName(table.title).slice(0, 27)} (${number})`;
    taken.add(title.toLowerCase());
    return { ...table, title };
  });
}
