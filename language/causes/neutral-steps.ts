import type { Adjustment, Expr, PolicyIr, Program, Step } from '../../runtime/ir/types.ts';
import type { Neutral } from './cause.ts';
import { causeKey } from './cause.ts';
import { rewritten, withSteps, zeroOf } from './rewrite.ts';

/** Every step of every version that can be taken away by itself: caps, deductibles, floors, exceptions, earlier use. */
export function neutralSteps(policy: PolicyIr): readonly Neutral[] {
  const found = new Map<string, Neutral>();
  for (const program of policy.programs)
    for (const step of program.steps)
      for (const neutral of [...ofForm(policy, step, program), ...ofExceptions(policy, step)])
        if (!found.has(neutral.key)) found.set(neutral.key, neutral);
  return [...found.values()];
}

const changing =
  (address: string, change: (step: Step, program: Program) => Step | undefined) =>
  (policy: PolicyIr): PolicyIr =>
    withSteps(policy, (step, program) => (step.address === address ? change(step, program) : undefined));

function ofForm(policy: PolicyIr, step: Step, program: Program): readonly Neutral[] {
  const { id } = policy;
  const { address } = step;
  const { form } = step.note;
  switch (form.kind) {
    case 'deductible':
    case 'guarantee': {
      const kind = form.kind === 'deductible' ? 'deductible' : 'floor';
      return [{ key: causeKey(kind, id, address), kind, policy: id, address, law: changing(address, nothing) }];
    }
    case 'used':
      return [{ key: causeKey('used', id, address), kind: 'used', policy: id, address, law: changing(address, nothing) }];
    case 'payment':
    case 'expenseCap':
      return form.limits.flatMap(({ limit }): readonly Neutral[] => {
        const cap = program.steps[limit];
        const kind = form.kind === 'payment' ? 'cap' : 'expenseCap';
        return cap
          ? [
              {
                key: causeKey(kind, id, address, cap.address),
                kind,
                policy: id,
                address: cap.address,
                law: changing(address, (own, of) => uncapped(own, of, cap.address, policy)),
              },
            ]
          : [];
      });
    case 'payable':
      return [
        {
          key: causeKey('order', id, address),
          kind: 'order',
          policy: id,
          address,
          law: changing(address, shareFirst),
        },
      ];
    default:
      return [];
  }
}

const nothing = (step: Step): Step => ({ ...step, value: zeroOf(step.type), rounds: [] });

/** The cap is as high as any amount of the policy may be; the step that says how high it is stays as it is for others. */
function uncapped(step: Step, program: Program, address: string, policy: PolicyIr): Step {
  const limits = new Set(program.steps.flatMap((one, at) => (one.address === address ? [at] : [])));
  const all = (scale: string): string => (BigInt(policy.moneyLimit) * BigInt(scale)).toString();
  return rewritten(step, (expr): Expr | undefined => {
    if (expr.op !== 'step' || !limits.has(expr.index)) return undefined;
    const type = program.steps[expr.index]?.type;
    return type && 'scale' in type ? { op: 'const', type, value: all(type.scale) } : undefined;
  });
}

/** 先乘比例再扣起付线: the ratio is taken of the whole, and the deductible of the result. */
function shareFirst(step: Step, program: Program): Step | undefined {
  const { form } = step.note;
  const entering = form.kind === 'payable' ? program.steps[form.base] : undefined;
  if (form.kind !== 'payable' || form.ratio === undefined || entering?.note.form.kind !== 'expenseCap') return undefined;
  const { base, deductible } = entering.note.form;
  const taken = deductible === undefined ? undefined : program.steps[deductible];
  const whole = program.steps[base];
  const ratio = program.steps[form.ratio];
  if (deductible === undefined || !taken || !whole || !ratio) return undefined;
  const [own, part, of, off] = [step.type, whole.type, ratio.type, taken.type].map((type) => ('scale' in type ? BigInt(type.scale) : 0n));
  if (!own || !part || !of || !off || part * of !== own || own % off !== 0n) return undefined;
  const zero = { of: zeroOf(step.type), by: '1' };
  const share: Expr = { op: 'product', a: { op: 'step', index: base }, b: { op: 'step', index: form.ratio }, wide: true };
  const left: Expr = {
    op: 'sum',
    terms: [
      { of: share, by: '1' },
      { of: { op: 'step', index: deductible }, by: (-(own / off)).toString() },
    ],
    wide: true,
  };
  return { ...step, value: { op: 'greatest', of: [zero, { of: left, by: '1' }] } };
}

const TRUE: Expr = { op: 'const', type: { kind: 'bool' }, value: true };

function ofExceptions(policy: PolicyIr, { address, rounds }: Step): readonly Neutral[] {
  const { id } = policy;
  const change = (name: string, one: (exception: Adjustment) => readonly Adjustment[]) =>
    changing(address, (step) => ({
      ...step,
      rounds: step.rounds.map((round) => round.flatMap((own) => (own.name === name ? one(own) : [own]))),
    }));
  return rounds.flat().flatMap(({ name }): readonly Neutral[] => [
    {
      key: causeKey('exception', id, address, name),
      kind: 'exception',
      policy: id,
      address,
      instead: name,
      law: change(name, () => []),
    },
    {
      key: causeKey('exceptionForced', id, address, name),
      kind: 'exceptionForced',
      policy: id,
      address,
      instead: name,
      law: change(name, (own) => [{ ...own, guard: TRUE }]),
    },
  ]);
}
