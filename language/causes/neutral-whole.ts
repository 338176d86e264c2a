import type { Expr, PolicyIr, Rounding, Version } from '../../runtime/ir/types.ts';
import { shownText, valueOfLiteral } from '../../runtime/ir/value.ts';
import type { Neutral } from './cause.ts';
import { causeKey } from './cause.ts';
import { rewritten, withSteps, zeroOf } from './rewrite.ts';

/** What is changed in the policy as a whole: a number or all of another version, earlier use, rounding, eligibility, a benefit. */
export const neutralWhole = (policy: PolicyIr): readonly Neutral[] => [
  ...values(policy),
  ...accumulators(policy),
  ...roundings(policy),
  ...eligibilities(policy),
  ...benefits(policy),
  ...versions(policy),
];

const sameType = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One number as another version has it, put into every version that has a number of that name. */
function values(policy: PolicyIr): readonly Neutral[] {
  const found = new Map<string, Neutral>();
  for (const version of policy.versions)
    policy.programs[version.program]?.parameters.forEach(({ address, type }, at) => {
      const other = version.parameters[at];
      if (!other || other.kind === 'open') return;
      const text = shownText(valueOfLiteral(other.value, type), type);
      const differs = policy.versions.some((one) =>
        policy.programs[one.program]?.parameters.some((own, index) => {
          const value = one.parameters[index];
          return own.address === address && value !== undefined && value.kind !== 'open' && !sameType(value.value, other.value);
        }),
      );
      const key = causeKey('value', policy.id, address, text);
      if (!differs || found.has(key)) return;
      const put = (one: Version): Version => ({
        ...one,
        parameters: one.parameters.map((value, index) => {
          const own = policy.programs[one.program]?.parameters[index];
          return own?.address === address && sameType(own.type, type) ? other : value;
        }),
      });
      found.set(key, {
        key,
        kind: 'value',
        policy: policy.id,
        address,
        instead: `${text} @ ${version.id}`,
        law: (own) => ({ ...own, versions: own.versions.map(put) }),
      });
    });
  return [...found.values()];
}

const emptied = (policy: PolicyIr, which: (accumulator: number) => boolean): PolicyIr =>
  withSteps(policy, (step) =>
    rewritten(step, (expr): Expr | undefined => {
      if (expr.op !== 'accumulated' || !which(expr.accumulator)) return undefined;
      const type = policy.accumulators[expr.accumulator]?.type;
      return type && ('scale' in type || type.kind === 'integer') ? zeroOf(type) : undefined;
    }),
  );

function accumulators(policy: PolicyIr): readonly Neutral[] {
  const one = policy.accumulators.map(
    ({ name }, index): Neutral => ({
      key: causeKey('accumulator', policy.id, name),
      kind: 'accumulator',
      policy: policy.id,
      address: name,
      law: (own) => emptied(own, (accumulator) => accumulator === index),
    }),
  );
  const all: Neutral = {
    key: causeKey('alone', policy.id),
    kind: 'alone',
    policy: policy.id,
    address: policy.id,
    law: (own) => emptied(own, () => true),
  };
  return policy.accumulators.length > 1 ? [...one, all] : one;
}

const MODES: readonly Rounding['mode'][] = ['halfUp', 'down', 'up'];
const UNITS: readonly string[] = ['1', '10', '100'];

function roundings(policy: PolicyIr): readonly Neutral[] {
  const { mode, unit } = policy.rounding;
  const others = [
    ...MODES.filter((one) => one !== mode).map((one) => ({ mode: one, unit })),
    ...UNITS.filter((one) => BigInt(one) > BigInt(unit)).map((one) => ({ mode, unit: one })),
  ];
  return others.map(
    (other): Neutral => ({
      key: causeKey('rounding', policy.id, other.mode, other.unit),
      kind: 'rounding',
      policy: policy.id,
      address: policy.id,
      instead: `${other.mode} ${other.unit}`,
      law: (own) => ({
        ...withSteps(own, (step) => rewritten(step, (expr) => rerounded(expr, own.rounding, other))),
        rounding: { ...own.rounding, ...other },
      }),
    }),
  );
}

/** Inside an expression that is rounded another may be: both are. */
function rerounded(expr: Expr, from: Rounding, to: Rounding): Expr | undefined {
  if ((expr.op !== 'round' && expr.op !== 'mulDivRound') || expr.mode !== from.mode || expr.unit !== from.unit) return undefined;
  const inside = (part: Expr): Expr => rewritten(part, (own) => rerounded(own, from, to));
  return expr.op === 'round' ? { ...expr, of: inside(expr.of), ...to } : { ...expr, ...to };
}

function eligibilities(policy: PolicyIr): readonly Neutral[] {
  const names = new Set(policy.programs.flatMap(({ eligibility }) => eligibility.map(({ name }) => name)));
  const whole = [...names].map(
    (name): Neutral => ({
      key: causeKey('eligibility', policy.id, name),
      kind: 'eligibility',
      policy: policy.id,
      address: name,
      law: (own) => ({
        ...own,
        programs: own.programs.map((program) => ({
          ...program,
          eligibility: program.eligibility.filter((rule) => rule.name !== name),
        })),
      }),
    }),
  );
  const guarded = new Set(
    policy.programs.flatMap((program) =>
      program.benefits.flatMap((one) => (one.eligibility.length > 0 && one.applies !== one.fits ? [one.name] : [])),
    ),
  );
  return [
    ...whole,
    ...[...guarded].map(
      (name): Neutral => ({
        key: causeKey('eligibility', policy.id, name),
        kind: 'eligibility',
        policy: policy.id,
        address: name,
        law: (own) => withBenefit(own, name, (fits) => ({ op: 'step', index: fits })),
      }),
    ),
  ];
}

const FALSE: Expr = { op: 'const', type: { kind: 'bool' }, value: false };

function benefits(policy: PolicyIr): readonly Neutral[] {
  const names = new Set(policy.programs.flatMap((program) => program.benefits.map(({ name }) => name)));
  return [...names].map(
    (name): Neutral => ({
      key: causeKey('benefit', policy.id, name),
      kind: 'benefit',
      policy: policy.id,
      address: name,
      law: (own) => withBenefit(own, name, () => FALSE),
    }),
  );
}

/** A benefit whose 用 is another condition. */
const withBenefit = (policy: PolicyIr, name: string, condition: (fits: number) => Expr): PolicyIr => ({
  ...policy,
  programs: policy.programs.map((program) => {
    const benefit = program.benefits.find((one) => one.name === name);
    if (!benefit) return program;
    const steps = program.steps.map((step, at) => (at === benefit.applies ? { ...step, value: condition(benefit.fits) } : step));
    const own = program.benefits.map((one) => (one === benefit ? { ...one, eligibility: [] } : one));
    return { ...program, steps, benefits: own };
  }),
});

/** The law of one version on every day. */
function versions(policy: PolicyIr): readonly Neutral[] {
  if (policy.versions.length < 2) return [];
  return policy.versions.map(
    ({ id }, version): Neutral => ({
      key: causeKey('version', policy.id, id),
      kind: 'version',
      policy: policy.id,
      address: policy.id,
      instead: id,
      law: (own) => ({ ...own, timeline: [{ version }] }),
    }),
  );
}
