import { checkPosting, postingFormulas } from './check-posting.ts';
import type { At, Reading } from './decode.ts';
import type { Surroundings } from './type-of.ts';
import { fits, scaleOf, typeOf } from './type-of.ts';
import type { InHand } from './type-of-fold.ts';
import { handOf } from './type-of-fold.ts';
import type { Accumulator, Adjustment, EligibilityRule, Expr, IrType, PolicyIr, Program } from './types.ts';

/** Steps that read one another nest as calls when they are evaluated; deeper than this a stack might not hold them. */
const LONGEST_CHAIN = 2000;

const BOOL: IrType = { kind: 'bool' };

/** The invariants of one program. */
export function checkProgram(policy: PolicyIr, program: Program, outer: Surroundings, at: At, reading: Reading): void {
  const below = (...keys: readonly (string | number)[]): At => keys.reduce<At>((up, key) => ({ key, up }), at);
  const positions = new Map(program.postings.map((step, position) => [step, position]));
  /** Per step: the last posting it depends on, and how deep the calls go below it. */
  const lastPosting: number[] = [];
  const chains: number[] = [];
  const steps: IrType[] = [];
  const itemwise = new Set(program.entries.flatMap(({ accumulator, each }) => (each ? [accumulator] : [])));
  const written = new Set(program.entries.map(({ accumulator }) => accumulator).filter((one) => !itemwise.has(one)));
  const around: Surroundings = { ...outer, steps, written, parameters: program.parameters.map(({ type }) => type) };

  const total = policy.bill?.total;
  /** A field that is worked out is read as its step; a total as all that makes it up. */
  const behind = new Map<number, readonly number[]>();
  for (const { input, step } of program.computed) behind.set(input, [step]);
  if (policy.bill && total !== undefined)
    behind.set(
      total,
      [total, ...policy.bill.parts].flatMap((field) => behind.get(field) ?? []),
    );

  /** Checks one expression and gives what it reads. */
  const expression = (
    expr: Expr,
    place: At,
    expected?: IrType,
    opens?: Accumulator,
    hand?: InHand,
  ): { readonly posting: number; readonly chain: number } => {
    let posting = -1;
    let chain = 0;
    const reads = (step: number, depth: number): void => {
      posting = Math.max(posting, lastPosting[step] ?? -1, positions.get(step) ?? -1);
      chain = Math.max(chain, depth + 1 + (chains[step] ?? 0));
    };
    const type = typeOf(expr, {
      ...around,
      ...(opens ? { opens } : {}),
      ...(hand ? { folds: [hand] } : {}),
      fault: (zh, en) => void reading.refuse(place, zh, en),
      reads,
      readsInput: (input, depth) => {
        for (const step of behind.get(input) ?? []) {
          if (step >= steps.length)
            reading.refuse(place, '算得的字段在算出之前就被读取', 'a field that is worked out is read before it can be');
          reads(step, depth);
        }
      },
    });
    if (expected && !fits(type, expected))
      reading.refuse(place, '结果与所需的类型或刻度不同', 'the result differs from the type or scale that is needed');
    return { posting, chain: chain + 1 };
  };

  const citation = (citations: readonly number[], place: At): void => {
    if (citations.some((index) => index >= policy.citations.length))
      reading.refuse(place, '引用的出处不存在', 'a citation is out of range');
  };
  const rule = ({ condition, citations }: EligibilityRule, place: At): void => {
    expression(condition, place, BOOL);
    citation(citations, place);
  };

  for (const [index, step] of program.steps.entries()) {
    const place = below('steps', index);
    const read = [expression(step.value, { key: 'value', up: place }, step.type)];
    for (const [round, adjustments] of step.rounds.entries()) {
      for (const [number, adjustment] of adjustments.entries()) {
        const here = { key: number, up: { key: round, up: { key: 'rounds', up: place } } };
        read.push(expression(adjustment.guard, { key: 'guard', up: here }, BOOL));
        if (adjustment.value) read.push(expression(adjustment.value, { key: 'value', up: here }, operandType(adjustment, step.type)));
        else if (adjustment.how !== 'waive') reading.refuse(here, '缺少调整的值', 'the adjustment has no value');
        if (adjustment.how !== 'set' && scaleOf(step.type) === undefined)
          reading.refuse(here, '不是数, 只能改为', 'what is no number can only be set');
        if (adjustment.how === 'multiply' && adjustment.scale === undefined)
          reading.refuse(here, '乘以要写刻度', 'multiplying needs a scale');
        citation(adjustment.citations, here);
      }
    }
    citation(step.note.citations, place);
    if (formSteps(step.note.form).some((read) => read >= program.steps.length))
      reading.refuse(place, '说明指向不存在的步骤', 'the note names no step');
    const posting = Math.max(...read.map((one) => one.posting));
    const chain = Math.max(...read.map((one) => one.chain));
    if (chain > LONGEST_CHAIN)
      reading.refuse(place, `步骤一层层相连超过 ${LONGEST_CHAIN} 层`, `steps depend on one another more than ${LONGEST_CHAIN} deep`);
    const position = positions.get(index);
    if (step.posting)
      for (const part of step.posting.parts)
        for (const made of behind.get(part) ?? []) {
          if (made >= index) reading.refuse(place, '支付所从的部分还没有算出', 'a part that is paid from is not worked out yet');
        }
    if (position !== undefined && posting >= position)
      reading.refuse(place, '支付的先后与依赖不符', 'postings stand in an order in which this one cannot be computed');
    if ((step.posting !== undefined) !== (position !== undefined))
      reading.refuse(place, '支付与支付次序不符', 'the step posts, and is not among the postings, or the reverse');
    if (step.posting) {
      checkPosting(policy, step.posting, step.type, place, reading);
      for (const one of postingFormulas(step.posting)) {
        const { posting: needs } = expression(one.of, { key: one.key, up: place }, one.type);
        if (position !== undefined && needs >= position)
          reading.refuse(place, '支付的先后与依赖不符', 'postings stand in an order in which this one cannot be computed');
      }
      const { pool } = step.posting.members ?? {};
      if (pool !== undefined && (pool >= index || !isFen(steps[pool])))
        reading.refuse(place, '可分的总额应为前面的整分金额', 'a pool should be an earlier step of money in whole fen');
    }
    steps.push(step.type);
    lastPosting.push(posting);
    chains.push(chain);
  }
  for (const due of program.dues)
    if (!isFen(steps[due])) reading.refuse(below('dues'), '应缴应为整分金额', 'what is due should be money in whole fen');
  if (policy.entry !== 'contribution' && program.dues.length > 0)
    reading.refuse(below('dues'), '应缴只在筹资里', 'only a contribution has dues');
  if (positions.size !== program.postings.length) reading.refuse(below('postings'), '支付次序有重复', 'a posting is listed twice');
  for (const [index, { posting }] of program.steps.entries())
    for (const share of posting?.shares ?? [])
      if (share <= index || !isFen(steps[share]))
        reading.refuse(below('steps', index), '分摊应是其后的整分金额', 'a share is an amount in whole fen that stands after the posting');

  for (const step of program.postings)
    if (step >= steps.length) reading.refuse(below('postings'), '支付次序指向不存在的步骤', 'a posting names no step');

  for (const [index, { input, step }] of program.computed.entries()) {
    const place = below('computed', index);
    const field = policy.inputs[input];
    const made = steps[step];
    if (!field || !made) reading.refuse(place, '字段或步骤不存在', 'the field or the step does not exist');
    else if (!fits(field.type, made))
      reading.refuse(place, '算得的值与字段的类型或刻度不同', 'what is worked out differs from the type or scale of the field');
    if ((lastPosting[step] ?? -1) >= 0 || positions.has(step))
      reading.refuse(place, '算得的字段不能依赖支付', 'a field that is worked out cannot depend on a posting');
    if (program.computed.findIndex((one) => one.input === input) !== index)
      reading.refuse(place, '一个字段写了两次算得', 'a field is worked out twice');
    if (input === policy.person || input === policy.versionDay || input === policy.periodDay)
      reading.refuse(place, '参保人、版本日和归属日要由事件给出', 'the person and the two days are given by the event');
  }

  for (const [index, { list, field, type, value, agrees }] of program.computedItems.entries()) {
    const place = below('computedItems', index);
    const fields = around.lists[list];
    if (!fields?.[field]) reading.refuse(place, '明细没有这个字段', 'the list has no such field');
    else {
      expression(value, place, type, undefined, { kind: 'item', fields });
      expression(agrees, place, BOOL, undefined, { kind: 'item', fields });
    }
  }

  const isTime = (input: number): boolean => policy.inputs[input]?.type.kind === 'time';
  const isDay = (input: number): boolean => policy.inputs[input]?.type.kind === 'date';
  for (const [index, { period, begins, from, to, by, guard }] of program.splits.entries()) {
    const place = below('splits', index);
    if (begins && (period !== 'year' || begins.month < 1 || begins.month > 12 || begins.day < 1 || begins.day > 31))
      reading.refuse(place, '年度起始日不存在', 'the year begins on no day');
    if (!isDay(from) || !isDay(to)) reading.refuse(place, '起止要是日期字段', 'the stay’s days are fields of dates');
    if (policy.periodDay !== from && policy.periodDay !== to)
      reading.refuse(place, '归属日要是起日或止日', 'the period day is one of the stay’s days');
    if (by && policy.lists[by.list]?.fields[by.field]?.type.kind !== 'date')
      reading.refuse(place, '明细没有这个日期字段', 'the list has no such field of dates');
    if (guard) expression(guard, place, BOOL);
  }
  for (const [index, { earlier, stay, from, to, within, unit }] of program.joins.entries()) {
    const place = below('joins', index);
    const times = isTime(from) && isTime(to);
    if (!times && (unit === 'hours' || !isDay(from) || !isDay(to)))
      reading.refuse(place, '起止要是日期字段或时刻字段', 'the days are fields of dates, or of times');
    expression(earlier, place, BOOL);
    expression(stay, place, BOOL);
    expression(within, place, unit === 'hours' ? { kind: 'integer' } : { kind: 'days' });
  }

  for (const [index, entry] of program.entries.entries()) {
    const place = below('entries', index);
    const accumulator = policy.accumulators[entry.accumulator];
    const hand = entry.each && handOf(entry.each, around);
    if (entry.each && !hand) reading.refuse(place, '逐项的明细或集合不存在', 'the list or set of its items does not exist');
    if (entry.each?.kind === 'members') expression(entry.each.of, place);
    expression(entry.guard, place, BOOL, undefined, hand);
    if (!accumulator) {
      reading.refuse(place, '累计不存在', 'the accumulator does not exist');
      continue;
    }
    if (accumulator.policy !== undefined) reading.refuse(place, '累计是另一政策的', 'the accumulator is one of another policy');
    if (accumulator.how === 'set') {
      const value = typeOf(entry.value, hand ? { ...around, folds: [hand] } : around);
      if (value && value.kind !== 'set' && value.kind !== 'text' && value.kind !== 'enum')
        reading.refuse(place, '集合收文本、枚举或集合', 'a set collects texts, enumeration values or sets');
      expression(entry.value, place, undefined, undefined, hand);
    } else expression(entry.value, place, accumulator.how === 'count' ? undefined : accumulator.type, undefined, hand);
    if (entry.keys.length !== accumulator.keyTypes.length)
      reading.refuse(place, '键的个数与累计不符', 'the number of keys differs from the accumulator');
    for (const [number, key] of entry.keys.entries()) expression(key, place, accumulator.keyTypes[number], undefined, hand);
  }
  for (const [index, opening] of program.openings.entries()) {
    const place = below('openings', index);
    const opens = policy.accumulators[opening.accumulator];
    if (opens) expression(opening.value, place, opens.type, opens);
    else reading.refuse(place, '累计不存在', 'the accumulator does not exist');
    if (!policy.booksOpen) reading.refuse(place, '有期初就要有建账日', 'an opening needs the day on which the books open');
  }
  for (const [index, one] of program.eligibility.entries()) rule(one, below('eligibility', index));
  for (const [index, { holds }] of program.constraints.entries()) expression(holds, below('constraints', index), BOOL);
  for (const [index, benefit] of program.benefits.entries()) {
    const place = below('benefits', index);
    for (const step of [benefit.applies, benefit.fits])
      if (steps[step]?.kind !== 'bool') reading.refuse(place, '应指向条件', 'should name a condition');
    for (const one of benefit.eligibility) rule(one, place);
  }
}

const isFen = (type: IrType | undefined): boolean => type?.kind === 'money' && type.scale === '1';

const operandType = ({ how, scale }: Adjustment, own: IrType): IrType =>
  how === 'multiply' ? { kind: 'number', scale: scale ?? '1' } : own;

/** The steps that a note names. */
export function formSteps(form: Program['steps'][number]['note']['form']): readonly number[] {
  switch (form.kind) {
    case 'deductible':
      return [form.base, form.standard, ...(form.used === undefined ? [] : [form.used])];
    case 'expenseCap':
      return [
        form.base,
        ...(form.deductible === undefined ? [] : [form.deductible]),
        ...form.limits.flatMap(({ limit, used }) => (used === undefined ? [limit] : [limit, used])),
      ];
    case 'payable':
      return [form.base, ...(form.ratio === undefined ? [] : [form.ratio])];
    case 'payment':
      return [
        form.payable,
        ...(form.deductible === undefined ? [] : [form.deductible]),
        ...form.limits.flatMap(({ limit, used }) => (used === undefined ? [limit] : [limit, used])),
      ];
    case 'guarantee':
      return [form.floor, ...form.paid];
    case 'receiver':
      return [form.amount, ...form.before];
    default:
      return [];
  }
}
