import { describe, expect, it } from 'vitest';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { validate } from '../../../runtime/ir/validate.ts';
import { load } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';

const bundle = load(outpatient());

describe('a year of outpatient visits', () => {
  it('is a valid policy', () => {
    expect(validate({ irVersion: 1, policies: [outpatient()] })).toMatchObject({ ok: true });
  });
  it('在职', () => {
    let ledger = emptyLedger();
    const answers = [visit(1000, { 机构等级: '三级' }), visit(500), visit(4000)].map((one) => {
      const settled = settle(bundle, one, ledger);
      ledger = settled.ledger;
      return settled.answer;
    });
    console.log(JSON.stringify(answers, null, 1));
  });
});
