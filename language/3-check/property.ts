/** 性质 → a law over named amounts and fields, ready to be tried on drawn patients. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Law, Property } from '../2-syntax/nodes/policy.ts';
import type { Path } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { lawField, lawGuard, lawSubject, notAnAmount, notOrdered, unknownField } from '../diagnostics/scenarios.ts';
import type { Expr, InputModel, PolicyModel, PropertyModel, Type, Value } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';
import type { Result } from './amounts.ts';
import { addressOf, readResult } from './amounts.ts';
import { isValue, readGiven } from './given.ts';
import { nearest } from './near.ts';
import type { ScenarioContext } from './scenario.ts';
import { policyOf } from './scenario.ts';
import { isMoney, isOrdered, typeWords } from './types.ts';

export interface PropertyContext extends ScenarioContext {
  /** The condition of a law as the policy's own names read it, with what is wrong in it; the checker of expressions gives it. */
  readonly readGuard: (guard: Expression, policy: string) => { readonly guard?: Expr; readonly diagnostics: readonly Diagnostic[] };
}

/** A law ready to try. `property` is absent when anything in it is an error. */
export function checkProperty(
  node: Property,
  context: PropertyContext,
): { readonly property?: PropertyModel; readonly diagnostics: readonly Diagnostic[] } {
  const { policy, diagnostics } = policyOf(node.policy, context);
  if (!policy) return { diagnostics };
  const found: Diagnostic[] = [];
  const law = readLaw(node.law, policy, found);
  const guard = node.guard && readGuard(node.guard, policy, context, found);
  if (!law || found.some(({ severity }) => severity === 'error')) return { diagnostics: found };
  return {
    property: { title: node.title.text, policy: policy.name, ...(guard ? { guard } : {}), law, span: node.span },
    diagnostics: found,
  };
}

function readLaw(law: Law, policy: PolicyModel, found: Diagnostic[]): PropertyModel['law'] | undefined {
  const result = readSubject(law, policy, found);
  const subject = result?.address;
  switch (law.kind) {
    case 'bounded': {
      const low = law.low && result && readConstant(result.address, result.type, law.low, found);
      const high = law.high && result && readConstant(result.address, result.type, law.high, found);
      return subject === undefined ? undefined : { kind: 'bounded', subject, ...(low ? { low } : {}), ...(high ? { high } : {}) };
    }
    case 'monotone': {
      const along = readField(
        law.along,
        policy,
        isStepped,
        ['金额、整数或日期字段，或费用的一部分', 'an amount, whole number or date, or a part of the bill'],
        found,
      );
      return subject === undefined || !along ? undefined : { kind: 'monotone', along: along.name, subject, direction: law.direction };
    }
    case 'compared': {
      const field = readField(
        law.field,
        policy,
        isListed,
        ['枚举、集合、是否、整数或日期字段', 'an enumeration, set, condition, whole number or date'],
        found,
      );
      const from = field && readConstant(field.name, field.type, law.from, found);
      const to = field && readConstant(field.name, field.type, law.to, found);
      return subject === undefined || !field || !from || !to
        ? undefined
        : { kind: 'compared', field: field.name, from, to, subject, direction: law.direction };
    }
    case 'splitting': {
      const along = readField(law.along, policy, isPart, ['费用的一部分', 'a part of the bill'], found);
      return subject === undefined || !along ? undefined : { kind: 'splitting', along: along.name, subject };
    }
    default:
      return unreachable(law);
  }
}

type Accepts = (field: InputModel, policy: PolicyModel) => boolean;

/** 总额 follows from its parts, so a part is what varies. */
const isPart: Accepts = (field, { bill }) => bill?.parts.includes(field.name) ?? false;
const isStepped: Accepts = (field, policy) =>
  field.name !== policy.bill?.total &&
  (field.type.kind === 'money' || field.type.kind === 'fen' || field.type.kind === 'integer' || field.type.kind === 'date');
const isListed: Accepts = ({ type: { kind } }) =>
  kind === 'enum' || kind === 'set' || kind === 'bool' || kind === 'integer' || kind === 'date';

function readField(path: Path, policy: PolicyModel, accepts: Accepts, wanted: Pair, found: Diagnostic[]): InputModel | undefined {
  const name = addressOf(path);
  const field = policy.inputs.find((input) => input.name === name);
  if (!field) {
    found.push(
      unknownField({
        name,
        policy: policy.name,
        near: nearest(
          name,
          policy.inputs.map((input) => input.name),
        ),
        span: path.span,
      }),
    );
    return undefined;
  }
  if (accepts(field, policy)) return field;
  found.push(lawField({ name, wanted, span: path.span }));
  return undefined;
}

function readSubject({ kind, subject }: Law, policy: PolicyModel, found: Diagnostic[]): Result | undefined {
  if (subject.kind !== 'reference') {
    found.push(lawSubject({ span: subject.span }));
    return undefined;
  }
  const result = readResult(subject.path, policy);
  if ('diagnostic' in result) {
    found.push(result.diagnostic);
    return undefined;
  }
  const { address, type } = result;
  const fits = kind === 'splitting' ? isMoney(type) : isOrdered(type);
  if (fits) return result;
  found.push((kind === 'splitting' ? notAnAmount : notOrdered)({ address, is: typeWords(type), span: subject.span }));
  return undefined;
}

function readConstant(name: string, type: Type, expression: Expression, found: Diagnostic[]): Value | undefined {
  const value = readGiven(name, type, [expression]);
  if (isValue(value)) return value;
  found.push(value);
  return undefined;
}

/** What is known only once the visit is settled. */
const settled: ReadonlySet<unknown> = new Set<Expr['kind']>([
  'definition',
  'accumulated',
  'previous',
  'remaining',
  'personal',
  'open',
  'assumed',
]);

const speaksOf = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (('kind' in value && settled.has(value.kind)) || Object.values(value).some(speaksOf));

function readGuard(node: Expression, policy: PolicyModel, { readGuard: read }: PropertyContext, found: Diagnostic[]): Expr | undefined {
  const { guard, diagnostics } = read(node, policy.name);
  found.push(...diagnostics);
  if (!guard || !speaksOf(guard)) return guard;
  found.push(lawGuard({ span: node.span }));
  return undefined;
}
