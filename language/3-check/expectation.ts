import type { Given, ScenarioLine } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { finerThanFen, givenTwice, unknownStatus, wrongValue } from '../diagnostics/scenarios.ts';
import type { Expectation, PolicyModel, Value } from '../model/types.ts';
import { readAmount } from './amounts.ts';
import { isValue, readGiven } from './given.ts';
import { nearest } from './near.ts';

type Status = Extract<Expectation, { kind: 'status' }>['status'];

/** The words for a status: the tree has the Chinese word whichever was written. */
const statuses: ReadonlyMap<string, Status> = new Map([
  ['已结算', 'settled'],
  ['待定', 'open'],
  ['缺项', 'missing'],
  ['不享受', 'ineligible'],
  ['拒收', 'refused'],
  ['违规', 'violation'],
]);

/** 期望 { … } → what the answer must show. */
export function readExpectations(
  line: Extract<ScenarioLine, { kind: 'expect' }>,
  policy: PolicyModel,
  layers: readonly PolicyModel[] = [],
): { readonly expects: readonly Expectation[]; readonly diagnostics: readonly Diagnostic[] } {
  const expects: Expectation[] = [];
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, Span>();
  for (const given of line.given) {
    const read = readExpectedAmount(given, policy, layers);
    if ('diagnostic' in read) {
      diagnostics.push(read.diagnostic);
      continue;
    }
    const first = places.get(read.address);
    if (first) diagnostics.push(givenTwice({ name: read.address, span: given.path.span, first }));
    places.set(read.address, given.path.span);
    expects.push(read);
  }
  if (line.status) {
    const { text, span } = line.status.value;
    const status = statuses.get(text);
    if (status) expects.push({ kind: 'status', status, span });
    else diagnostics.push(unknownStatus({ name: text, statuses: [...statuses.keys()], near: nearest(text, statuses.keys()), span }));
  }
  for (const reason of line.reasons) expects.push({ kind: 'reason', text: reason.text, span: reason.span });
  return { expects, diagnostics };
}

function readExpectedAmount(
  given: Given,
  policy: PolicyModel,
  layers: readonly PolicyModel[],
): Extract<Expectation, { kind: 'amount' }> | { readonly diagnostic: Diagnostic } {
  const amount = readAmount(given.path, policy, layers);
  if ('diagnostic' in amount) return amount;
  const value = readFen(amount.address, given.values);
  if ('diagnostic' in value) return value;
  const { source } = given;
  if (!source) return { kind: 'amount', address: amount.address, value: value.value, span: given.span };
  const wrong = readFen(amount.address, [source.value]);
  if ('diagnostic' in wrong) return wrong;
  return {
    kind: 'amount',
    address: amount.address,
    value: value.value,
    source: { value: wrong.value, why: source.why.text },
    span: given.span,
  };
}

/** An amount in whole fen. */
function readFen(name: string, values: Given['values']): { readonly value: Value } | { readonly diagnostic: Diagnostic } {
  const value = readGiven(name, { kind: 'fen' }, values);
  if (!isValue(value)) return { diagnostic: value };
  const [first] = values;
  if (value.kind !== 'number')
    return {
      diagnostic: wrongValue({
        name,
        wanted: ['金额', 'an amount'],
        example: '1000元',
        span: first?.span ?? { file: '', start: 0, end: 0 },
      }),
    };
  if (100n % value.value.den !== 0n)
    return { diagnostic: finerThanFen({ address: name, span: first?.span ?? { file: '', start: 0, end: 0 } }) };
  return { value };
}
