import type { InputField, OpenPoint, PolicyIr } from '../../runtime/ir/types.ts';
import { multiply, rational } from '../../runtime/money/rational.ts';
import type { InputModel, OpenPointId, PolicyModel, ScenarioModel } from '../model/types.ts';
import { lowerTimeline, openDays, shareCode } from './dispatch.ts';
import { dayText, scaleOfValue } from './literal.ts';
import { noParameters, plainConstant } from './parameters.ts';
import { lowerReferences } from './references.ts';
import type { Book } from './scales.ts';
import { accumulatorKey, fieldScale, irType, isNumeric, leastScale, openBook, pointKey } from './scales.ts';
import type { Scope } from './scope.ts';
import { found } from './scope.ts';
import type { SourceOf } from './source.ts';
import type { LoweredVersion } from './version.ts';
import { lowerVersion } from './version.ts';

const UNIT_FEN = { fen: '1', jiao: '10', yuan: '100' } as const;

/** A checked policy as IR. `layers` are the policies it refers to, lowered already; `scenarios` may state values for open points, which the points' scales then hold. */
export function lowerPolicy(
  policy: PolicyModel,
  scenarios: readonly ScenarioModel[],
  source: SourceOf,
  layers: ReadonlyMap<string, PolicyIr>,
): PolicyIr {
  const fields = withPerson(policy);
  const inputs = new Map(fields.map((field, index) => [field.name, { index, field }]));
  const input = (name: string): number => found(inputs, name).index;
  const lists = new Map(policy.lists.map((list, index) => [list.name, { index, list }]));
  const accumulators = new Map(policy.accumulators.map((accumulator, index) => [accumulator.name, { index, accumulator }]));
  const payers = new Map(policy.payers.map((payer, index) => [payer.name, index]));
  const moneyLimit = fen(policy);
  const references = lowerReferences(policy.references, layers);
  const book = openBook();
  needStatedScales(policy, scenarios, book);

  let lowered: readonly LoweredVersion[];
  let pointCitations: Map<OpenPointId, Set<number>>;
  do {
    pointCitations = new Map();
    const cited = pointCitations;
    lowered = policy.versions.map((version) => {
      const scope: Scope = {
        policy,
        book,
        source,
        moneyLimit,
        inputs,
        lists,
        folds: 0,
        accumulators,
        references,
        payers,
        steps: new Map(),
        parameters: noParameters(cited),
      };
      return lowerVersion(version, scope);
    });
  } while (book.grew());

  const cited = pointCitations;
  return {
    id: policy.name,
    area: policy.area,
    ...(policy.scheme === undefined ? {} : { scheme: policy.scheme }),
    ...(policy.schemePoint === undefined ? {} : { schemeAssumed: policy.schemePoint }),
    entry: policy.entry,
    versionDay: input(policy.versionDay),
    periodDay: input(policy.periodDay),
    rounding: { mode: policy.rounding.mode, unit: UNIT_FEN[policy.rounding.unit] },
    onReversal: policy.onReversal,
    moneyLimit: String(moneyLimit),
    ...(policy.booksOpen ? { booksOpen: dayText(policy.booksOpen) } : {}),
    inputs: fields.map(lowerField),
    lists: policy.lists.map(({ name, interfaceName, fields: own }) => ({
      name,
      ...(interfaceName === undefined ? {} : { interfaceName }),
      fields: own.map(lowerField),
    })),
    person: input(policy.subject),
    ...(policy.bill ? { bill: { total: input(policy.bill.total), parts: policy.bill.parts.map(input) } } : {}),
    payers: policy.payers,
    references: policy.references.map(({ name, policy: of, address, type }) => ({
      name,
      policy: of,
      address,
      type: irType(type, found(references, name).scale),
    })),
    openPoints: policy.points.map((point, index) => lowerPoint(point, index, [...(cited.get(index) ?? [])], book, source)),
    citations: policy.citations.map(({ document, quote, found: at }) => ({ document, quote, ...(at ? { found: at } : {}) })),
    accumulators: policy.accumulators.map(({ name, how, type, keyTypes, of }) => ({
      name: of?.name ?? name,
      ...(of ? { policy: of.policy } : {}),
      how,
      type: irType(type, book.scale(accumulatorKey(name))),
      keyTypes: keyTypes.map((key) => irType(key, leastScale(key))),
    })),
    ...shareCode(policy.versions, lowered, source),
    timeline: lowerTimeline(policy.timeline),
    openDays: openDays(policy),
    unexpressed: policy.unexpressed.map(({ sentence, why }) => ({ sentence, why })),
  };
}

/** 金额上限 in whole fen. */
function fen({ moneyLimit }: PolicyModel): bigint {
  const exact = multiply(moneyLimit, rational(100n));
  return exact.num / exact.den;
}

/** Every event is somebody's: a policy that does not name the field has it all the same. */
function withPerson({ inputs, subject, span }: PolicyModel): readonly InputModel[] {
  if (inputs.some(({ name }) => name === subject)) return inputs;
  return [{ name: subject, type: { kind: 'text' }, codes: {}, bill: false, span }, ...inputs];
}

function needStatedScales(policy: PolicyModel, scenarios: readonly ScenarioModel[], book: Book): void {
  policy.points.forEach(({ address, type, candidates }, index) => {
    if (!type || !isNumeric(type)) return;
    book.need(pointKey(index), leastScale(type));
    for (const candidate of candidates) book.need(pointKey(index), scaleOfValue(candidate, type));
    for (const { suppose } of scenarios) {
      for (const stated of suppose) if (stated.address === address) book.need(pointKey(index), scaleOfValue(stated.value, type));
    }
  });
}

function lowerField({ name, type, interfaceName, codes, tables, asOf, optional, bill }: InputModel): InputField {
  return {
    name,
    type: irType(type, fieldScale(type)),
    ...(interfaceName === undefined ? {} : { interfaceName }),
    ...(type.kind === 'enum' || type.kind === 'set'
      ? { values: type.values.map((value) => ({ name: value, ...(Object.hasOwn(codes, value) ? { code: codes[value] } : {}) })) }
      : {}),
    ...(tables && tables.length > 0 ? { tables } : {}),
    ...(type.kind === 'integer' && type.min !== undefined ? { min: String(type.min) } : {}),
    ...(type.kind === 'integer' && type.max !== undefined ? { max: String(type.max) } : {}),
    ...(asOf === undefined ? {} : { asOf }),
    ...(optional ? { optional: true } : {}),
    ...(bill ? { bill: true } : {}),
  };
}

function lowerPoint(
  point: PolicyModel['points'][number],
  id: OpenPointId,
  citations: readonly number[],
  book: Book,
  source: SourceOf,
): OpenPoint {
  const { address, reason, span, type, candidates } = point;
  const scale = type && isNumeric(type) ? book.scale(pointKey(id)) : 1n;
  return {
    address,
    reason,
    source: source(span),
    citations,
    candidates: type
      ? candidates.map((candidate) => plainConstant({ kind: 'constant', value: candidate, type, span, citations: [] }, scale).expr)
      : [],
    ...(type ? { type: irType(type, scale) } : {}),
  };
}
