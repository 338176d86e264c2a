import type { Given, ScenarioLine } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { finerThanFen, givenTwice, unknownStatus } from '../diagnostics/scenarios.ts';
import type { Expectation, PolicyModel, Type, Value } from '../model/types.ts';
import { readResult } from './amounts.ts';
import { isValue, readGiven } from './given.ts';
import { nearest } from './near.ts';
import { isMoney } from './types.ts';

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
    const read = readExpectedResult(given, policy, layers);
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

function readExpectedResult(
  given: Given,
  policy: PolicyModel,
  layers: readonly PolicyModel[],
): Extract<Expectation, { kind: 'amount' | 'value' }> | { readonly diagnostic: Diagnostic } {
  const result = readResult(given.path, policy, layers);
  if ('diagnostic' in result) return result;
  const { address, type } = result;
  const value = readExpected(address, type, given.values);
  if ('diagnostic' in value) return value;
  const wrong = given.source && readExpected(address, type, [given.source.value]);
  if (wrong && 'diagnostic' in wrong) return wrong;
  const source = given.source && wrong ? { source: { value: wrong.value, why: given.source.why.text } } : {};
  const expected = { address, value: value.value, ...source, span: given.span };
  return isMoney(type) && isWholeFen(value.value) ? { kind: 'amount', ...expected } : { kind: 'value', type, ...expected };
}

/** A value of the result's type. What is paid and kept is whole fen. */
function readExpected(name: string, type: Type, values: Given['values']): { readonly value: Value } | { readonly diagnostic: Diagnostic } {
  // The range that is known of a whole number says nothing about what may be expected of it.
  const value = readGiven(name, type.kind === 'integer' ? { kind: 'integer' } : type, values);
  if (!isValue(value)) return { diagnostic: value };
  if (type.kind === 'fen' && !isWholeFen(value))
    return { diagnostic: finerThanFen({ address: name, span: values[0]?.span ?? { file: '', start: 0, end: 0 } }) };
  return { value };
}

const isWholeFen = (value: Value): boolean => value.kind === 'number' && 100n % value.value.den === 0n;
