/** Answers as rows under the names of the national settlement interface, for whoever reads them in a spreadsheet. */
import type { Answer, EncounterInput, LoadedBundle, PolicyIr } from '../../../runtime/index.ts';
import { fenFromYuan, yuanFromFen } from '../../../runtime/money/fen.ts';
import { STATUS_WORDS } from '../../5-bundle/answer-words.ts';
import type { Unreadable } from '../encounter-line.ts';
import type { Lang } from '../terminal.ts';

/** What became of one event. */
export interface Settled {
  /** Line or row of the input. */
  readonly at: number;
  readonly encounter?: EncounterInput | undefined;
  readonly answer?: Answer | undefined;
  readonly error?: Unreadable | undefined;
}

/** How the answers under one bundle are written as rows. */
export interface AnswerTable {
  readonly header: string;
  readonly row: (settled: Settled) => string;
}

/** Money is blank where there is none to tell: a 待定 is no 0. */
type Money = string;

const TOTALS = ['fund_pay_sumamt', 'hosp_part_amt', 'psn_part_amt', 'acct_pay', 'psn_cash_pay'] as const;
const SUMS = ['应缴', '本期缴', '缓缴', '发放'] as const;
const BASIC = 'hifp_pay';

/** The table of a bundle: what its bills, payers and entries are called decides the columns. */
export function answerTable({ ir: { policies } }: LoadedBundle, lang: Lang): AnswerTable {
  const settling = policies.some(({ entry }) => entry === 'settlement');
  const others = policies.some(({ entry }) => entry !== 'settlement');
  const parts = [...new Map(policies.flatMap((policy) => partsOf(policy).map((part) => [part.column, part] as const))).values()];
  const totals: readonly string[] = settling ? TOTALS : [];
  const payers = unique(policies.flatMap((policy) => policy.payers.map(nameOf))).filter((name) => !totals.includes(name));
  const deductibles = new Set(policies.flatMap(basicDeductibles));
  const columns = [
    ...['id', 'row', 'status', 'policy', 'version'],
    ...parts.map(({ column }) => column),
    ...(settling ? ['act_pay_dedc'] : []),
    ...payers,
    ...totals,
    ...(others ? SUMS : []),
    ...['reason', 'assumed'],
  ];
  return {
    header: csvRow(columns),
    row({ at, encounter, answer, error }) {
      const cells = new Map<string, string>([
        ['id', plain(encounter?.id ?? answer?.event ?? '')],
        ['row', String(at)],
        ['status', STATUS_WORDS[answer?.status ?? 'refused']],
        ['policy', plain(answer?.policy ?? '')],
        ['version', answer?.version?.id ?? ''],
        ['reason', plain(error ? error[lang] : answer ? reasonsOf(answer) : '')],
        ['assumed', plain((answer?.assumed ?? []).map(({ address, reason }) => `${address}: ${reason}`).join('; '))],
      ]);
      const paid = answer && (answer.status === 'settled' || answer.status === 'ineligible') ? answer : undefined;
      if (paid) {
        for (const part of parts) cells.set(part.column, part.total ? (paid.totals?.total ?? '') : partAmount(part, paid, encounter));
        if (paid.totals) cells.set('act_pay_dedc', deductedOf(paid, deductibles));
        for (const [name, amount] of byPayer(paid, policies, payers)) cells.set(name, amount);
        for (const [name, amount] of totalsOf(paid)) cells.set(name, amount);
      }
      return csvRow(columns.map((column) => cells.get(column) ?? ''));
    },
  };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const nameOf = ({ name, interfaceName }: PolicyIr['payers'][number]): string => interfaceName ?? name;

interface Part {
  readonly column: string;
  readonly name: string;
  readonly total: boolean;
}

/** The bill by interface names: the total first. */
function partsOf({ bill, inputs }: PolicyIr): readonly Part[] {
  if (!bill) return [];
  return [bill.total, ...bill.parts].flatMap((index): Part[] => {
    const input = inputs[index];
    return input ? [{ column: input.interfaceName ?? input.name, name: input.name, total: index === bill.total }] : [];
  });
}

/** A part as it was worked out, else as it was given. */
function partAmount({ column, name }: Part, { amounts }: Answer, encounter: EncounterInput | undefined): Money {
  const given: unknown = encounter?.fields[name] ?? encounter?.fields[column];
  const fen = amounts[name] === undefined ? fenFromYuan(String(given ?? '')) : fenFromYuan(amounts[name]);
  return fen === undefined ? '' : yuanFromFen(fen);
}

/** Addresses of the deductibles of benefits that the basic fund pays, as answers name them: alone, and after the policy as a layer. */
const basicDeductibles = ({ id, programs, payers }: PolicyIr): readonly string[] =>
  programs.flatMap(({ steps }) =>
    steps.flatMap(({ address, note }) => {
      if (note.form.kind !== 'deductible') return [];
      const benefit = address.slice(0, address.lastIndexOf('.') + 1);
      const basic = steps.some(
        (step) => step.address.startsWith(benefit) && step.posting?.payers.some((payer) => payers[payer]?.interfaceName === BASIC),
      );
      return basic ? [address, `${id}.${address}`] : [];
    }),
  );

const deductedOf = ({ amounts }: Answer, deductibles: ReadonlySet<string>): Money =>
  yuanFromFen(
    Object.entries(amounts).reduce((sum, [address, yuan]) => (deductibles.has(address) ? sum + (fenFromYuan(yuan) ?? 0n) : sum), 0n),
  );

/** What each payer pays; one whose share is open has no amount. */
function byPayer(
  { postings, policy, layers }: Answer,
  policies: readonly PolicyIr[],
  columns: readonly string[],
): ReadonlyMap<string, Money> {
  const own = policies.filter(({ id }) => id === policy || layers?.some((layer) => layer.policy === id));
  // The columns of payers that none of the event’s policies has stay blank.
  const known = new Set(own.flatMap((one) => one.payers.map(nameOf)));
  const sums = new Map(columns.filter((column) => known.has(column)).map((column) => [column, 0n as bigint | undefined]));
  const add = (column: string, yuan: string | undefined): void => {
    const before = sums.get(column);
    const fen = yuan === undefined ? undefined : fenFromYuan(yuan);
    if (sums.has(column)) sums.set(column, before === undefined || fen === undefined ? undefined : before + fen);
  };
  for (const posting of postings) {
    if (posting.amount === '0.00') continue;
    const owner = policies.find(({ id }) => id === (posting.policy ?? policy));
    const columnOf = (payer: string): string => nameOf(owner?.payers.find(({ name }) => name === payer) ?? { name: payer, of: 'fund' });
    if (posting.shares) for (const { payer, amount } of posting.shares) add(columnOf(payer), amount);
    else for (const payer of posting.payers) add(columnOf(payer), posting.payers.length === 1 ? posting.amount : undefined);
  }
  return new Map([...sums].map(([column, fen]) => [column, fen === undefined ? '' : yuanFromFen(fen)]));
}

function totalsOf({ totals, sums }: Answer): readonly (readonly [string, Money])[] {
  if (totals) {
    const { funds, hospital, personal, account, cash } = totals;
    const values = [funds, hospital, personal, account, cash];
    return TOTALS.map((name, at) => [name, values[at] ?? ''] as const);
  }
  switch (sums?.entry) {
    case 'contribution':
      return [
        ['应缴', sums.due],
        ['本期缴', sums.now],
        ['缓缴', sums.deferred],
      ];
    case 'cashBenefit':
    case 'clearing':
      return [['发放', sums.paid]];
    case undefined:
      return [];
  }
}

const reasonsOf = ({ open, ineligible }: Answer): string =>
  unique([...open.map(({ address, reason }) => `${address}: ${reason}`), ...ineligible.map(({ reason }) => reason)]).join('; ');

/** A text that a spreadsheet would take for a formula is written after an apostrophe, so that it stays a text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

/** Cells as one row, with the line end that spreadsheets write. */
const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
