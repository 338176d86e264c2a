/** 示例, 性质 and 核对 back to their lines. */
import type { Given, Law, Property, Reconciliation, Scenario, ScenarioLine } from '../../2-syntax/nodes/policy.ts';
import { printClosed, printExpression, printName, printPath, quoted } from '../../3-check/forms/print.ts';
import { unreachable } from '../../model/unreachable.ts';
import { block, one, type PrintedLine, printCitation, printGuard } from './lines.ts';

export const scenarioLines = (scenario: Scenario): readonly PrintedLine[] =>
  block(`示例 ${quoted(scenario.title.text)} 于 ${printName(scenario.policy)}`, scenario, [
    ...scenario.citations.map(printCitation),
    ...scenario.lines.flatMap(scenarioLine),
  ]);

function scenarioLine(line: ScenarioLine): readonly PrintedLine[] {
  switch (line.kind) {
    case 'knownOn':
      return [one(`知晓日 ${printExpression(line.day)}`, line)];
    case 'suppose':
      return [one(`设 ${printPath(line.path)} = ${printExpression(line.value)}`, line)];
    case 'opening': {
      const keys = line.keys.length > 0 ? `(${line.keys.map(printExpression).join(', ')})` : '';
      return [one(`已有 ${printPath(line.accumulator)}${keys} = ${printExpression(line.value)}`, line)];
    }
    case 'person':
      return block(`参保人${line.name ? ` ${printName(line.name)}` : ''}`, line, line.given.flatMap(givenLines));
    case 'encounter':
      return block(encounterHead(line), line, line.given.flatMap(givenLines));
    case 'reverse':
      return [one(`撤销 第${line.event}次`, line)];
    case 'correct':
      return block(`更正 第${line.event}次`, line, line.given.flatMap(givenLines));
    case 'backPay':
      return [one(`补差 ${printExpression(line.day)}`, line)];
    case 'expect':
      return block('期望', line, [
        ...(line.status ? [one(`状态 ${printName(line.status.value)}`, line.status)] : []),
        ...line.reasons.map((reason) => one(`原因 ${quoted(reason.text)}`, reason)),
        ...line.given.flatMap(givenLines),
      ]);
    default:
      return unreachable(line);
  }
}

function encounterHead({ visit, day, policy }: Extract<ScenarioLine, { kind: 'encounter' }>): string {
  return `${visit ? '就诊' : '事件'} ${printExpression(day)}${policy ? ` 于 ${printName(policy)}` : ''}`;
}

function givenLines({ path, values, item, source, ...given }: Given): readonly PrintedLine[] {
  if (item) return block(printPath(path), given, item.flatMap(givenLines));
  const wrong = source ? ` 原文 ${printExpression(source.value)} 有误 ${quoted(source.why.text)}` : '';
  return [one(`${printPath(path)} ${values.map(printExpression).join('、')}${wrong}`, given)];
}

export const propertyLines = ({ title, policy, guard, law, ...property }: Property): readonly PrintedLine[] => [
  one(`性质 ${quoted(title.text)} 于 ${printName(policy)}${printGuard(guard)} : ${lawText(law)}`, property),
];

const DIRECTIONS = { up: '不减少', down: '不增加' } as const;

function lawText(law: Law): string {
  switch (law.kind) {
    case 'bounded': {
      const { low, high } = law;
      const range =
        low && high
          ? `${printClosed(low)} 至 ${printClosed(high)}`
          : low
            ? `${printClosed(low)} 以上`
            : high
              ? `${printClosed(high)} 以下`
              : '';
      return `有界 ${printClosed(law.subject)} 在 ${range}`;
    }
    case 'monotone':
      return `单调 随 ${printPath(law.along)}, ${printClosed(law.subject)} ${DIRECTIONS[law.direction]}`;
    case 'compared': {
      const ends = `由 ${printClosed(law.from)} 到 ${printClosed(law.to)}`;
      return `比较 ${printPath(law.field)} ${ends}, ${printClosed(law.subject)} ${DIRECTIONS[law.direction]}`;
    }
    case 'splitting':
      return `拆合不变 按 ${printPath(law.along)}, ${printExpression(law.subject)}`;
    default:
      return unreachable(law);
  }
}

export const reconciliationLines = ({ document: source, lines, ...reconciliation }: Reconciliation): readonly PrintedLine[] =>
  block(
    `核对 ${quoted(source.text)}`,
    reconciliation,
    lines.map((line) => one(`非规则 ${quoted(line.sentence.text)} ${quoted(line.why.text)}`, line)),
  );
