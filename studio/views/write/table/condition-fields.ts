/** Fields that a condition can look at, and how: pure, from what is known of a policy. */
import type { ConditionTest } from '../../../../language/sheets/sheet.ts';
import type { PolicySummary } from '../../../worker/protocol.ts';

export interface ConditionField {
  readonly name: string;
  readonly type: 'listed' | 'truth' | 'measured';
  readonly values?: readonly string[];
  /** How a value of it is written. */
  readonly sample?: string;
}

const SAMPLES: Readonly<Record<string, string>> = {
  money: '2000元',
  ratio: '75%',
  points: '5个百分点',
  number: '2',
  integer: '2',
  months: '6个月',
  days: '15天',
  date: '2023-01-01',
};

/** What a person or a visit is asked for, and what the policy works out of it. The person's own name and free texts are nothing to compare. */
export function fieldsOf(summary: PolicySummary): readonly ConditionField[] {
  return [...summary.inputs, ...summary.computed].flatMap(({ name, type, values }): readonly ConditionField[] => {
    if (name === summary.person) return [];
    switch (type.kind) {
      case 'enum':
      case 'set':
        return [{ name, type: 'listed', values: (values ?? []).map((one) => one.name) }];
      case 'bool':
        return [{ name, type: 'truth' }];
      case 'text':
      case 'time':
        return [];
      default: {
        const sample = SAMPLES[type.kind];
        return [{ name, type: 'measured', ...(sample === undefined ? {} : { sample }) }];
      }
    }
  });
}

/** How a field can be looked at, the usual way first. */
export const howsOf = ({ type }: ConditionField): readonly ConditionTest['how'][] =>
  type === 'measured' ? ['≥', '≤', '>', '<', 'is'] : ['is', 'not'];
