/** A corrected event is touched by what it reads now, not by what it read before. */
import { expect, it } from 'vitest';
import type { EncounterInput } from '../../../runtime/index.ts';
import { settle } from '../../../runtime/index.ts';
import { draft, FEN, greatest, least, load, minus, TEXT, yuan } from '../../kit/ir.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

/** Pays all up to 100 yuan a household. */
function household() {
  const p = draft().field('户', TEXT).accumulator('户付', 'sum', FEN, [TEXT]);
  p.step('已付', FEN, p.used('户付', p.in('户')));
  p.post('付', least(p.in('范围内'), greatest(yuan(0), minus(yuan(100), p.read('已付')))), '基金', ['范围内']).entry('户付', p.read('付'), [
    p.in('户'),
  ]);
  return load({ ...p.finish(), onReversal: 'stand' });
}

const visit = (id: string, home: string, inScope: number): EncounterInput => ({
  id,
  fields: { 参保人: '甲', 就诊日: '2023-03-01', 户: home, 范围内: inScope, 范围外: 0 },
});

it('[L11, L12] a reversal tells nothing of an event that read its cell before it was corrected', () => {
  const bundle = household();
  const { answers, ledger } = settleAll(bundle, [
    visit('a', '一', 60),
    visit('c', '二', 50),
    visit('b', '一', 100),
    { id: 'k', kind: 'correct', of: 'b', fields: { 户: '二' } },
    { id: 'l', kind: 'correct', of: 'c', fields: { 范围内: 80 } },
  ]);
  expect(answers[4]?.revisions?.map(({ event, effect, after }) => [event, effect, after.totals?.funds])).toEqual([
    ['c', 'corrected', '80.00'],
    ['b', 'reported', '20.00'],
  ]);
  expect(settle(bundle, reversal('a'), ledger).answer.revisions).toEqual([]);
});
