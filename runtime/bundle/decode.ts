import type { EncounterInput, NamedValue, OpeningCell, Status } from '../answer.ts';
import type { Decoder } from '../ir/decode.ts';
import { dictionary, isRecord, list, oneOf, optional, record, tagged, text } from '../ir/decode.ts';
import { day, literal } from '../ir/decode-expr.ts';
import { readIr } from '../ir/validate.ts';
import type { BundleExpectation, BundleFile, BundleScenario, Manifest } from './format.ts';
import { BUNDLE_FORMAT } from './format.ts';

const name = text(400);

const manifest: Decoder<Manifest> = record<Manifest>({
  id: name,
  area: record<Manifest['area']>({ code: name, name }),
  policies: list(record<Manifest['policies'][number]>({ id: name, scheme: optional(name), entry: name }), 1000),
  effective: record<Manifest['effective']>({ from: optional(day), to: optional(day) }),
  language: name,
  compiler: name,
  files: list(record<Manifest['files'][number]>({ path: name, sha256: name }), 5000),
});

const opening: Decoder<OpeningCell> = record<OpeningCell>({
  policy: optional(name),
  accumulator: name,
  keys: list(literal, 12),
  value: name,
});

/** Fields are read by the policy when the event is settled. */
const fields: Decoder<Readonly<Record<string, unknown>>> = (json, at, reading) =>
  isRecord(json) ? json : reading.refuse(at, '应为对象', 'should be an object');

export const encounter: Decoder<EncounterInput> = record<EncounterInput>({
  id: name,
  kind: optional(oneOf('settle', 'reverse', 'correct', 'backPay')),
  of: optional(name),
  scheme: optional(name),
  policy: optional(name),
  fields,
});

const status: Decoder<Status> = oneOf('settled', 'open', 'missing', 'ineligible', 'refused', 'violation');

type Expects<Kind> = Extract<BundleExpectation, { readonly kind: Kind }>;
const namedShape = record<NamedValue>({
  kind: oneOf('money', 'ratio', 'points', 'number', 'integer', 'months', 'days', 'date', 'time', 'bool', 'text', 'enum', 'set'),
  value: literal,
});

/** Conditions are true or false, sets are lists, all else is text. */
const namedValue: Decoder<NamedValue> = (json, at, reading) => {
  const read = namedShape(json, at, reading);
  if (!read) return undefined;
  const shape = read.kind === 'bool' ? 'boolean' : read.kind === 'set' ? 'object' : 'string';
  return typeof read.value === shape ? read : reading.refuse({ key: 'value', up: at }, '与类型不符', 'does not fit the kind');
};

const expectation: Decoder<BundleExpectation> = tagged<BundleExpectation>('kind', {
  amount: record<Expects<'amount'>>({ kind: oneOf('amount'), address: name, value: name }),
  value: record<Expects<'value'>>({ kind: oneOf('value'), address: name, is: namedValue }),
  status: record<Expects<'status'>>({ kind: oneOf('status'), status }),
  reason: record<Expects<'reason'>>({ kind: oneOf('reason'), text: text() }),
});

const scenario: Decoder<BundleScenario> = record<BundleScenario>({
  title: text(),
  policy: name,
  knownOn: optional(day),
  suppose: dictionary(literal),
  openings: list(opening, 1000),
  events: list(
    record<BundleScenario['events'][number]>({
      encounter,
      suppose: optional(dictionary(literal)),
      knownOn: optional(day),
      expects: list(expectation, 1000),
    }),
    1000,
  ),
});

/** A whole bundle file, its IR with every invariant. */
export const bundleFile: Decoder<BundleFile> = record<BundleFile>({
  format: oneOf(BUNDLE_FORMAT),
  features: list(name, 100),
  manifest,
  ir: readIr,
  scenarios: list(scenario, 20_000),
});
