import type { Cell, Expression } from '../../2-syntax/node.ts';
import type { Benefit, BenefitLine, Measure } from '../../2-syntax/nodes/benefit.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import { unreachable } from '../../model/unreachable.ts';
import { nameAt } from '../forms/build.ts';
import { type Place, type Put, tiltPlaces, valuePlaces } from './place.ts';

/** The lines of a 待遇 as written: `X.起付线`, `X.报销比例[三级]`, `X.限额`, `X.支付限额[年支付]`, `X.等待期`. */
export function benefitPlaces(benefit: Benefit, put: Put): readonly Place[] {
  return benefit.lines.flatMap((line, at) => {
    const replace = (next: BenefitLine | undefined): readonly Item[] =>
      put({ ...benefit, lines: benefit.lines.flatMap((other, index) => (index !== at ? [other] : next ? [next] : [])) });
    return linePlaces(benefit, line, replace);
  });
}

function linePlaces(benefit: Benefit, line: BenefitLine, put: (next: BenefitLine | undefined) => readonly Item[]): readonly Place[] {
  const owner = benefit.name.text;
  const remove = (): readonly Item[] => put(undefined);
  const plain = (name: string, value: Expression, change: (value: Expression) => BenefitLine): readonly Place[] => [
    { names: [owner, name], keys: [], value, put: (next) => put(change(next)), remove },
  ];
  switch (line.kind) {
    case 'applies':
      return plain('适用', line.condition, (condition) => ({ ...line, condition }));
    case 'base':
      return plain('基数', line.value, (value) => ({ ...line, value }));
    case 'deductible':
      return ['起付线', '起付标准'].flatMap((name) => [
        ...valuePlaces([owner, name], line.value, (value) => put({ ...line, value })),
        { names: [owner, name], keys: [], remove },
      ]);
    case 'ratio':
      return [
        ...valuePlaces([owner, '报销比例'], line.value, (value) => put({ ...line, value })),
        { names: [owner, '报销比例'], keys: [], remove },
      ];
    case 'cap':
      return capNames(benefit, line).flatMap(({ name, selector }) => [
        ...valuePlaces([owner, name], line.value, (value) => put({ ...line, value }), selector),
        { names: [owner, name], keys: selector, remove },
      ]);
    case 'waitingPeriod':
      return plain(line.name?.text ?? '等待期', line.length, (length) => ({ ...line, length }));
    case 'eligibility':
      return plain(line.name.text, line.condition, (condition) => ({ ...line, condition }));
    case 'tilt':
      return tiltPlaces([owner], line, put);
    case 'byBands': {
      const value: Expression = { kind: 'reference', path: line.bands, span: line.bands.span };
      return [
        {
          names: [owner, '分段'],
          keys: [],
          value,
          remove,
          put: (next) => put(next.kind === 'reference' ? { ...line, bands: next.path } : line),
        },
      ];
    }
    case 'ratioFirst':
      return [{ names: [owner, '次序'], keys: [], remove }];
    case 'posting':
      return [{ names: [owner, '支付'], keys: [], remove }];
    case 'citation':
      return [];
    default:
      return unreachable(line);
  }
}

type CapLine = Extract<BenefitLine, { readonly kind: 'cap' }>;

/** The ways to name a cap: by its kind or only as 限额 where that leaves one, and always with the accumulator in brackets. */
function capNames(benefit: Benefit, line: CapLine): readonly { readonly name: string; readonly selector: readonly Cell[] }[] {
  const caps = benefit.lines.filter((other): other is CapLine => other.kind === 'cap');
  const kinds = [
    { name: '限额', among: caps },
    ...(line.on ? [{ name: nounOf(line.on), among: caps.filter((cap) => cap.on === line.on) }] : []),
  ];
  return kinds.flatMap(({ name, among }) => [
    ...(among.length === 1 ? [{ name, selector: [] }] : []),
    ...(line.measure && among.filter((cap) => measureName(cap.measure) === measureName(line.measure)).length === 1
      ? [{ name, selector: [selectorOf(line.measure)] }]
      : []),
  ]);
}

const nounOf = (on: 'payment' | 'expense'): string => (on === 'payment' ? '支付限额' : '费用限额');

const measureName = (measure: Measure | undefined): string =>
  measure?.kind === 'against' ? measure.accumulator.names.map((name) => name.text).join('.') : '每次';

function selectorOf(measure: Measure): Cell {
  const { span } = measure;
  const path = { names: [nameAt(measureName(measure), span)], keys: [], span };
  return { kind: 'values', values: [{ kind: 'reference', path, span }], span };
}
