import { checkProgram } from './check-program.ts';
import { checkReferences } from './check-references.ts';
import type { At, Reading } from './decode.ts';
import type { Surroundings } from './type-of.ts';
import { typeOf } from './type-of.ts';
import type { Bundle, InputField, IrType, ItemList, PolicyIr } from './types.ts';
import { isLiteral } from './value.ts';

/**
 * The invariants of an IR whose shape is known to be right: every index names something, expressions fit together, steps stand in dependence
 * order, and postings in an order in which each can be computed.
 */
export function checkBundle(bundle: Bundle, at: At, reading: Reading): void {
  const { policies } = bundle;
  const ids = new Set<string>();
  for (const [index, policy] of policies.entries()) {
    const place = { key: index, up: { key: 'policies', up: at } };
    if (ids.has(policy.id)) reading.refuse(place, `有两个政策叫“${policy.id}”`, `two policies are called “${policy.id}”`);
    ids.add(policy.id);
    checkPolicy(policy, place, reading);
  }
  checkReferences(bundle, at, reading);
}

function checkPolicy(policy: PolicyIr, at: At, reading: Reading): void {
  const below = (...keys: readonly (string | number)[]): At => keys.reduce<At>((up, key) => ({ key, up }), at);
  const needs = (holds: boolean, place: At, zh: string, en: string): void => {
    if (!holds) reading.refuse(place, zh, en);
  };
  const inRange = (index: number, length: number, place: At): void =>
    needs(index < length, place, `${index} 超出范围, 只有 ${length} 项`, `${index} is out of range: there are ${length}`);

  const inputTypes = policy.inputs.map(({ type }) => type);
  for (const [key, kind] of [
    ['versionDay', 'date'],
    ['periodDay', 'date'],
    ['person', 'text'],
  ] as const) {
    needs(
      inputTypes[policy[key]]?.kind === kind,
      below(key),
      `应指向${kind === 'date' ? '日期' : '文本'}字段`,
      `should name a ${kind} field`,
    );
  }
  checkInputs(policy.inputs, policy.lists, below('inputs'), needs);
  for (const [index, { fields }] of policy.lists.entries()) checkInputs(fields, [], below('lists', index, 'fields'), needs);
  if (policy.bill) {
    for (const index of [policy.bill.total, ...policy.bill.parts]) {
      needs(isFen(inputTypes[index]), below('bill'), '总额和各部分应为整分金额', 'the total and its parts should be money in whole fen');
    }
    needs(new Set(policy.bill.parts).size === policy.bill.parts.length, below('bill', 'parts'), '有重复的部分', 'a part is listed twice');
    needs(
      !policy.bill.parts.includes(policy.bill.total),
      below('bill', 'parts'),
      '总额是自己的一部分',
      'the total is one of its own parts',
    );
  } else needs(policy.entry !== 'settlement', below('bill'), '结算要有账单', 'a settlement needs a bill');

  const cells = new Set<string>();
  for (const [index, { name, policy: of }] of policy.accumulators.entries()) {
    const called = JSON.stringify([of, name]);
    needs(!cells.has(called), below('accumulators', index), `累计“${name}”有两个`, `there are two accumulators “${name}”`);
    cells.add(called);
  }
  const points = policy.openPoints.length;
  const citations = policy.citations.length;
  const around: Surroundings = {
    inputs: inputTypes,
    lists: policy.lists.map(({ fields }) => fields.map(({ type }) => type)),
    references: policy.references.map(({ type }) => type),
    steps: [],
    parameters: [],
    accumulators: policy.accumulators,
    points: policy.openPoints.map(({ type }) => type),
    parts: policy.bill?.parts ?? [],
  };
  for (const [index, point] of policy.openPoints.entries()) {
    const place = below('openPoints', index);
    for (const citation of point.citations) inRange(citation, citations, place);
    needs(point.candidates.length === 0 || point.type !== undefined, place, '有候选就要有类型', 'candidates need a type');
    for (const candidate of point.candidates) {
      const fault = (zh: string, en: string): void => void reading.refuse(place, zh, en);
      const type = typeOf(candidate, { ...around, inputs: [], points: [], accumulators: [], fault });
      needs(
        type === undefined || JSON.stringify(type) === JSON.stringify(point.type),
        place,
        '候选与待定的类型不同',
        'a candidate differs in type from its open point',
      );
    }
  }
  if (policy.schemeAssumed !== undefined) inRange(policy.schemeAssumed, points, below('schemeAssumed'));
  for (const [index, program] of policy.programs.entries()) checkProgram(policy, program, around, below('programs', index), reading);
  for (const [index, version] of policy.versions.entries()) {
    const place = below('versions', index);
    for (const point of version.assumes) inRange(point, points, place);
    for (const { citations: cited } of version.amendments) for (const citation of cited) inRange(citation, citations, place);
    const program = policy.programs[version.program];
    if (!program) {
      inRange(version.program, policy.programs.length, { key: 'program', up: place });
      continue;
    }
    needs(
      version.parameters.length === program.parameters.length,
      place,
      '参数个数与程序不符',
      'the number of parameters differs from the program',
    );
    for (const [slot, value] of version.parameters.entries()) {
      const spec = program.parameters[slot];
      const here = { key: slot, up: { key: 'parameters', up: place } };
      for (const citation of value.citations) inRange(citation, citations, here);
      if (value.kind !== 'known') inRange(value.point, points, here);
      if (value.kind !== 'open' && spec) needs(isLiteral(value.value, spec.type), here, '值与类型不符', 'the value is not of its type');
    }
  }
  for (const [index, cell] of policy.timeline.entries()) {
    const place = below('timeline', index);
    for (const version of [cell.version ?? 0, ...(cell.candidates ?? []).map((candidate) => candidate.version)]) {
      if (cell.version !== undefined || cell.candidates) inRange(version, policy.versions.length, place);
    }
    if (cell.point !== undefined) inRange(cell.point, points, place);
    for (const point of cell.knownAssumes ?? []) inRange(point, points, place);
    needs(!cell.candidates || cell.point !== undefined, place, '有候选版本就要有待定', 'candidate versions need an open point');
    needs(!cell.from || !cell.to || cell.from < cell.to, place, '起日应早于止日', 'the cell ends before it begins');
  }
  for (const { point } of policy.openDays) inRange(point, points, below('openDays'));
}

const isFen = (type: IrType | undefined): boolean => type?.kind === 'money' && type.scale === '1';

function checkInputs(
  fields: readonly InputField[],
  lists: readonly ItemList[],
  at: At,
  needs: (holds: boolean, place: At, zh: string, en: string) => void,
): void {
  const names = new Set<string>();
  for (const [index, { name, interfaceName }] of [...fields, ...lists].entries()) {
    for (const own of interfaceName === undefined || interfaceName === name ? [name] : [name, interfaceName]) {
      needs(!names.has(own), { key: index, up: at }, `有两个字段叫“${own}”`, `two fields are called “${own}”`);
      names.add(own);
    }
  }
  for (const [index, { tables = [], values = [] }] of [...fields, ...lists.flatMap((one) => one.fields)].entries()) {
    const place = { key: index, up: at };
    const known = new Set(values.map((value) => value.name));
    for (const { interfaceName, version, codes } of tables) {
      const own = `${interfaceName}@${version}`;
      needs(
        new Set(codes.map(({ code }) => code)).size === codes.length,
        place,
        `编码表“${own}”的编码重复`,
        `a code stands twice in “${own}”`,
      );
      needs(
        codes.every(({ value }) => known.has(value)),
        place,
        `编码表“${own}”有字段没有的取值`,
        `the code table “${own}” has a value that the field has not`,
      );
    }
  }
  for (const { fields: all } of [{ fields }, ...lists])
    for (const [index, { tables = [] }] of all.entries()) {
      const own = tables.map(({ interfaceName, version }) => `${interfaceName}@${version}`);
      needs(new Set(own).size === own.length, { key: index, up: at }, '编码表重名', 'two code tables have one name');
    }
  for (const [index, { type, values }] of fields.entries())
    needs(
      (type.kind !== 'enum' && type.kind !== 'set') || values !== undefined,
      { key: index, up: at },
      '枚举或集合要列出取值',
      'an enumeration or set lists its values',
    );
}
