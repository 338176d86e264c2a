/** Scenarios as test tables: those about the same benefit in one grid, a row for each event that is compared, inputs and values as columns. */
import type { EncounterInput } from '../../../runtime/answer.ts';
import type { PolicySummary, ScenarioOutcome, Tick } from '../../worker/protocol.ts';

export interface CaseRow {
  readonly scenario: ScenarioOutcome;
  /** From 0; how many events the scenario has. */
  readonly event: number;
  readonly of: number;
  /** By field, as settled. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly ticks: readonly Tick[];
  readonly pass: boolean;
}

export interface CaseGroup {
  /** The benefit or payment most of its rows are about; '' for rows that compare no amount. */
  readonly name: string;
  readonly rows: readonly CaseRow[];
  /** Fields that differ between rows, in the order of the form. */
  readonly varying: readonly string[];
  /** Fields that all rows have alike. */
  readonly alike: readonly { readonly name: string; readonly value: unknown }[];
  /** Compared values, in the order in which they first appear. */
  readonly labels: readonly string[];
  readonly failing: number;
}

/** Inputs beyond these would push what is compared out of sight. */
const MOST_INPUTS = 6;
const TOTALS = new Set(['总额', '基金', '医院', '个人', '账户', '现金', '合计', '状态', '原因']);

/** Which benefit an event is about: that of its first compared value that is no total. */
const subjectOf = (ticks: readonly Tick[]): string => {
  const label = ticks.find((tick) => !TOTALS.has(tick.label))?.label ?? '';
  return label.split(/[.[]/u)[0] ?? '';
};

/** Groups with something that differs first, then in the order of the text; in each, rows that differ first. */
export function groupsOf(own: readonly ScenarioOutcome[], summary: PolicySummary | undefined, search = ''): readonly CaseGroup[] {
  const wanted = search.trim();
  const rows = own.flatMap(rowsOf).filter((row) => wanted === '' || matches(row, wanted));
  const names = [...new Set(rows.map(({ ticks }) => subjectOf(ticks)))];
  return names
    .map((name) =>
      groupOf(
        name,
        rows.filter(({ ticks }) => subjectOf(ticks) === name),
        summary,
      ),
    )
    .toSorted((a, b) => Number(b.failing > 0) - Number(a.failing > 0) || Number(a.name === '') - Number(b.name === ''));
}

function rowsOf(scenario: ScenarioOutcome): readonly CaseRow[] {
  const events = [...new Set(scenario.ticks.map(({ event }) => event))];
  return events.map((event) => {
    const ticks = scenario.ticks.filter((tick) => tick.event === event);
    const settled = scenario.stream.events[event];
    return {
      scenario,
      event,
      of: scenario.stream.events.length,
      inputs: settled ? settled.fields : {},
      ticks,
      pass: ticks.every(({ pass }) => pass),
    };
  });
}

const matches = ({ scenario, ticks, inputs }: CaseRow, text: string): boolean =>
  [scenario.title, ...ticks.flatMap(({ label, expected, actual }) => [label, expected, actual]), ...Object.values(inputs).map(String)].some(
    (one) => one.includes(text),
  );

function groupOf(name: string, rows: readonly CaseRow[], summary: PolicySummary | undefined): CaseGroup {
  const fields = (summary?.inputs ?? []).map((field) => field.name).filter((field) => field !== summary?.person);
  const given = fields.filter((field) => rows.some(({ inputs }) => inputs[field] !== undefined));
  const key = (inputs: EncounterInput['fields'], field: string): string => JSON.stringify(inputs[field] ?? null);
  const alone = rows.length < 2;
  const empty = new Set(['"0.00"', '"0"', 'null', '[]']);
  /** A row that stands alone shows what it is about: everything that is not nothing. */
  const differs = (field: string): boolean =>
    alone ? !empty.has(key(rows[0]?.inputs ?? {}, field)) : new Set(rows.map(({ inputs }) => key(inputs, field))).size > 1;
  return {
    name,
    rows: rows.toSorted((a, b) => Number(a.pass) - Number(b.pass)),
    varying: mostTelling(given.filter(differs), summary),
    alike: alone ? [] : given.filter((field) => !differs(field)).map((field) => ({ name: field, value: rows[0]?.inputs[field] })),
    labels: [...new Set(rows.flatMap(({ ticks }) => ticks.map(({ label }) => label)))],
    failing: rows.filter(({ pass }) => !pass).length,
  };
}

/** The day and the bill first, then the others in their order; shown in the order of the form. */
function mostTelling(fields: readonly string[], summary: PolicySummary | undefined): readonly string[] {
  const rank = (field: string): number =>
    field === summary?.versionDay ? 0 : summary?.bill?.parts.includes(field) ? 1 : field === summary?.bill?.total ? 3 : 2;
  const kept = new Set(fields.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_INPUTS));
  return fields.filter((field) => kept.has(field));
}
