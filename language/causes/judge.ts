import type { Answer, EncounterInput, Ledger, LoadedBundle, NamedValue, OpeningCell, PolicyIr } from '../../runtime/index.ts';
import { emptyLedger, settle, withOpenings } from '../../runtime/index.ts';
import type { DayText, Literal } from '../../runtime/ir/types.ts';
import { readDecimal } from '../../runtime/money/fen.ts';
import { resultOf } from '../5-bundle/amount-of.ts';
import { insteadOfAmount, reasonsOf, STATUS_WORDS } from '../5-bundle/answer-words.ts';
import { valueWords } from '../5-bundle/value-words.ts';

/** A patient whose events are settled and compared with what somebody expects of them. */
export interface PatientCase {
  readonly id: string;
  readonly policy: string;
  /** In order of arrival, from an empty ledger with `openings`. */
  readonly encounters: readonly EncounterInput[];
  readonly openings: readonly OpeningCell[];
  readonly knownOn?: DayText;
  readonly suppose?: Readonly<Record<string, Literal>>;
  /** By id of the event, then by label as 期望 writes it: 状态, 原因, 个人, 门诊统筹.支付. */
  readonly expected: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * One compared value. `open`: the rules stop before there is a value, or a fact is missing in this event or in one before it, so that nobody
 * can say that it differs.
 */
export interface JudgedValue {
  readonly label: string;
  readonly expected: string;
  readonly actual: string;
  readonly verdict: 'same' | 'differs' | 'open';
}

export interface JudgedEvent {
  readonly answer: Answer;
  readonly values: readonly JudgedValue[];
}

/** Settles a patient's events one after the other; whoever has seen enough stops asking. */
export function* judged(bundle: LoadedBundle, patient: PatientCase, explain = false): Generator<JudgedEvent, undefined> {
  const { policies } = bundle.file.ir;
  let ledger: Ledger = withOpenings(emptyLedger(), patient.openings);
  // What follows an event that could not be settled for want of a fact rests on an incomplete ledger.
  let lacking = false;
  for (const encounter of patient.encounters) {
    const name = encounter.policy ?? patient.policy;
    const policy = policies.find(({ id }) => id === name);
    const expected = Object.entries(patient.expected[encounter.id] ?? {});
    const { answer, ledger: after } = settle(bundle, encounter, ledger, {
      policy: name,
      explain,
      // What is expected is worked out even if no payment needs it.
      also: expected.flatMap(([label]) => (label === STATUS || label === REASON ? [] : [label])),
      ...(patient.suppose === undefined ? {} : { suppose: patient.suppose }),
      ...(patient.knownOn === undefined ? {} : { knownOn: patient.knownOn }),
    });
    ledger = after;
    lacking ||= answer.status === 'missing';
    const undecided = lacking || answer.status === 'open';
    const values = expected.map(([label, text]): JudgedValue => {
      const { same, actual } = compared(label, text, answer, policy, policies);
      return { label, expected: text, actual, verdict: same ? 'same' : undecided ? 'open' : 'differs' };
    });
    yield { answer, values };
  }
  return undefined;
}

const STATUS = '状态';
const REASON = '原因';

interface Compared {
  readonly actual: string;
  readonly same: boolean;
}

function compared(label: string, expected: string, answer: Answer, policy: PolicyIr | undefined, all: readonly PolicyIr[]): Compared {
  if (label === STATUS) return { actual: insteadOfAmount(answer), same: STATUS_WORDS[answer.status] === expected.trim() };
  if (label === REASON) {
    const reasons = reasonsOf(answer);
    return { actual: reasons.join('; ') || '—', same: reasons.some((reason) => reason.includes(unquoted(expected))) };
  }
  const actual = policy && resultOf(answer, label, policy, all);
  return actual === undefined
    ? { actual: insteadOfAmount(answer), same: false }
    : { actual: valueWords(actual), same: sameAs(actual, expected) };
}

const unquoted = (text: string): string => text.trim().replace(/^[“"]|[”"]$/g, '');

/** Whether a text as 期望 writes it is this very value: amounts and shares by their size, the rest by their words. */
function sameAs(actual: NamedValue, expected: string): boolean {
  const words = valueWords(actual);
  const text = unquoted(expected);
  const { value } = actual;
  if (typeof value === 'object') {
    const members = text === '无' ? [] : text.split('、');
    return members.length === value.length && members.every((one) => value.includes(one));
  }
  const [unit] = /(?:元|%|个百分点|个月|天)$/u.exec(words) ?? [''];
  const size = sizeOf(text, unit);
  const own = sizeOf(words, unit);
  return size === undefined || own === undefined
    ? text === words
    : size.n * 10n ** BigInt(own.places) === own.n * 10n ** BigInt(size.places);
}

/** A number with or without its unit and separators. */
const sizeOf = (text: string, unit: string): ReturnType<typeof readDecimal> =>
  readDecimal((unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text).replace(/,(?=\d{3})/g, '').trim());
