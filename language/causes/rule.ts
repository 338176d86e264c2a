/** The rule that a cause changes, as the policy writes it: where it stands and which sentences it cites. */
import type { ExplanationLine, PolicyIr } from '../../runtime/index.ts';
import type { Program, SourceRange, Version } from '../../runtime/ir/types.ts';
import { shownText, valueOfLiteral } from '../../runtime/ir/value.ts';
import type { Cause } from './cause.ts';

export interface Rule {
  readonly source: SourceRange;
  readonly citations: ExplanationLine['citations'];
  /** Of a number: what it is now. */
  readonly value?: string;
}

interface Law {
  readonly version: Version;
  readonly program: Program;
}

function lawOf(policy: PolicyIr, id: string): Law | undefined {
  const version = policy.versions.find((one) => one.id === id);
  const program = version && policy.programs[version.program];
  return version && program ? { version, program } : undefined;
}

const cited = (policy: PolicyIr, source: SourceRange, indexes: readonly number[]): Rule => ({
  source,
  citations: [...new Set(indexes)].flatMap((index) => policy.citations[index] ?? []),
});

/**
 * The rule itself, for causes whose rule is not a line of the answer or cites apart from its line: an exception, a condition of eligibility,
 * a number, a definition that had no part. Undefined where the line of the answer is the rule.
 */
export function ruleOf({ kind, address, instead }: Cause, policy: PolicyIr, version: string): Rule | undefined {
  const law = lawOf(policy, version);
  if (!law) return undefined;
  const { program } = law;
  const step = program.steps.find((one) => one.address === address.replace(/\[.*$/u, ''));
  switch (kind) {
    case 'exception':
    case 'exceptionForced': {
      const named = program.steps.find((one) => one.address === address)?.rounds.flat();
      const exception = named?.find(({ name }) => name === instead);
      return exception && cited(policy, exception.source, exception.citations);
    }
    case 'eligibility': {
      const own = program.benefits.find(({ name }) => name === address)?.eligibility ?? [];
      const rules = [...program.eligibility.filter(({ name }) => name === address), ...own];
      const [first] = rules;
      return (
        first &&
        cited(
          policy,
          first.source,
          rules.flatMap(({ citations }) => citations),
        )
      );
    }
    case 'value': {
      const at = program.parameters.findIndex((one) => one.address === address);
      const [spec, value] = [program.parameters[at], law.version.parameters[at]];
      if (spec && value && value.kind !== 'open' && value.citations.length > 0)
        return { ...cited(policy, value.source, value.citations), value: shownText(valueOfLiteral(value.value, spec.type), spec.type) };
      return step && cited(policy, step.note.source, step.note.citations);
    }
    case 'floor':
    case 'deductible':
      return step && step.note.citations.length > 0 ? cited(policy, step.note.source, step.note.citations) : undefined;
    default:
      return undefined;
  }
}

/** The number that is counted against what an accumulator holds: the cap or the deductible whose earlier use a step says. */
export function pairedNumber(policy: PolicyIr, version: string, used: string): string | undefined {
  const steps = lawOf(policy, version)?.program.steps ?? [];
  const at = steps.findIndex(({ address }) => address === used);
  for (const { note } of steps) {
    const { form } = note;
    if (form.kind === 'deductible' && form.used === at) return steps[form.standard]?.address;
    if (form.kind === 'payment' || form.kind === 'expenseCap') {
      const cap = form.limits.find((one) => one.used === at);
      if (cap) return steps[cap.limit]?.address;
    }
  }
  return undefined;
}

/** Whether a line tells of a number that another version has otherwise, or does not have. */
export function changedBetween(policy: PolicyIr, line: ExplanationLine, other: string): boolean {
  const [here, there] = [lawOf(policy, line.version), lawOf(policy, other)];
  if (!here || !there || line.citations.length === 0) return false;
  const valueIn = ({ program, version }: Law, name: string): string | undefined => {
    const at = program.parameters.findIndex(({ address }) => address === name);
    const [spec, value] = [program.parameters[at], version.parameters[at]];
    return spec && value && value.kind !== 'open' ? JSON.stringify([value.value, spec.type]) : undefined;
  };
  return [line.row ?? line.address, ...line.reads].some((name) => valueIn(here, name) !== valueIn(there, name));
}
