import { describe, expect, it } from 'vitest';
import { cellsOf, emptyLedger, withOpenings } from '../../../runtime/index.ts';
import { draft, FEN, INTEGER, integer, load, TEXT } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const bundle = load(outpatient());
const policy = '绵阳市职工基本医疗保险';
const keys = ['甲', '2023'];

describe('cells as they stand', () => {
  it('[L2] each with its keys, money in yuan', () => {
    expect(cellsOf(settleAll(bundle, [visit(1000), visit(500)]).ledger)).toEqual([
      { policy, accumulator: '年门诊起付', keys, value: '200.00', money: true, open: false },
      { policy, accumulator: '年门诊', keys, value: '780.00', money: true, open: false },
    ]);
  });
  it('[L8] what was given as 已有 is counted in', () => {
    const ledger = withOpenings(emptyLedger(), [{ policy, accumulator: '年门诊', keys, value: '300.00' }]);
    expect(cellsOf(settleAll(bundle, [visit(1000)], ledger).ledger)).toMatchObject([{}, { accumulator: '年门诊', value: '780.00' }]);
  });
  it('[L10] what was voided is not there', () => {
    expect(cellsOf(settleAll(bundle, [visit(1000, {}, 'a'), reversal('a')]).ledger)).toEqual([]);
  });
  it('[L4] what is 待定 has no value; counts are no money', () => {
    const p = draft()
      .point('多少', '多少未写', { type: FEN })
      .accumulator('年', 'sum', FEN, [TEXT])
      .accumulator('次', 'count', INTEGER, [TEXT]);
    p.post('付', p.in('范围内'), '基金', ['范围内']);
    p.entry('年', p.open('多少'), [p.in('参保人')]).entry('次', integer(1), [p.in('参保人')]);
    const { ledger } = settleAll(load(p.finish()), [{ id: 'a', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 1, 范围外: 0 } }]);
    expect(cellsOf(ledger)).toMatchObject([
      { accumulator: '年', value: '', open: true },
      { accumulator: '次', value: '1', money: false },
    ]);
  });
});
