import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFirst, folderWith, jsonLines, recordsOf, removeFolders, yice } from './kit.ts';

const SHAPE = readFileSync('test/shapes/42-追溯补差.yice', 'utf8');
const POLICY = SHAPE.slice(SHAPE.indexOf('政策 “'), SHAPE.indexOf('修订 “'));
const LATER = SHAPE.slice(SHAPE.indexOf('政策 “'), SHAPE.indexOf('示例 “'));
const NATIONAL = readFileSync('policies/000000-国家/词汇.yice', 'utf8');

const visit = (id: string, person: string, day: string, confirmed: boolean, yuan: string) => ({
  id,
  fields: {
    参保人: person,
    就诊日: day,
    医疗类别: '普通住院',
    确诊疑似: confirmed,
    政策范围内: yuan,
    先行自付: '0.00',
    超限价: '0.00',
    全自费: '0.00',
  },
});
const VISITS = [
  visit('a', '甲', '2020-01-27', true, '1000.00'),
  visit('b', '乙', '2020-01-28', true, '2000.00'),
  visit('c', '甲', '2020-01-30', false, '1000.00'),
];

let root = '';
let [old, later, ledger] = ['', '', ''];
beforeAll(async () => {
  buildFirst();
  root = folderWith({
    'old/000000-国家/词汇.yice': NATIONAL,
    'old/420100-武汉市/政策.yice': POLICY,
    'later/000000-国家/词汇.yice': NATIONAL,
    'later/420100-武汉市/政策.yice': LATER,
  });
  [old, later, ledger] = [join(root, 'old.json'), join(root, 'later.json'), join(root, 'ledger.json')];
  for (const [folder, file] of [
    ['old', old],
    ['later', later],
  ] as const)
    expect(await yice(['build', join(root, folder, '420100-武汉市'), '-o', file])).toMatchObject({ exit: 0 });
  expect(await yice(['settle', '--bundle', old, '--ledger', ledger], { input: jsonLines(VISITS) })).toMatchObject({ exit: 0 });
}, 120_000);
afterAll(removeFolders);

describe('yice resettle', () => {
  const common = () => ['resettle', '--bundle', later, '--bundles', old, '--ledger', ledger];

  it('lists per person what is owed, event by event, with the value that changed', async () => {
    const zh = await yice(common());
    expect(zh).toMatchObject({ exit: 0, err: '' });
    expect(zh.out).toContain('乙  应补 950.00 元  应退 0.00 元');
    expect(zh.out).toContain('  b  原记账 基金 1050.00 个人 950.00  重算 基金 2000.00 个人 0.00  应补 950.00');
    expect(zh.out).toContain('修订 2020-02-20 发布 自 2020-01-28 起');
    expect(zh.out).toContain('起付标准  500.00 → 100.00');
    expect(zh.out).toContain('共 1 人 1 笔：应补 950.00 元，应退 0.00 元');
    const en = await yice(['--lang', 'en', ...common()]);
    expect(en.out).toContain('1 persons, 1 events: owed 950.00, overpaid 0.00');
  });

  it('gives a line of JSON per person, the totals last', async () => {
    const records = recordsOf((await yice([...common(), '--json'])).out);
    expect(records).toMatchObject([
      { person: '乙', owed: '950.00', events: [{ event: 'b', effect: 'due', cause: 'law', difference: { totals: { funds: '950.00' } } }] },
      { people: 1, events: 1, owed: '950.00', overpaid: '0.00' },
    ]);
  });

  it('as known before publication nothing is owed', async () => {
    expect((await yice([...common(), '--known-on', '2020-02-19'])).out).toBe('没有要补要退的\n');
  });

  it('books into a new ledger; again, nothing is owed, and the old ledger is as it was', async () => {
    const before = readFileSync(ledger, 'utf8');
    const [booked, twice] = [join(root, 'booked.json'), join(root, 'twice.json')];
    expect(await yice([...common(), '--book', booked])).toMatchObject({ exit: 0 });
    const again = await yice(['resettle', '--bundle', later, '--ledger', booked, '--book', twice]);
    expect(again.out).toBe('没有要补要退的\n');
    expect(readFileSync(twice, 'utf8')).toBe(readFileSync(booked, 'utf8'));
    expect(readFileSync(ledger, 'utf8')).toBe(before);
    const reversed = await yice(['settle', '--bundle', later, '--bundles', old, '--ledger', booked, '--no-explain'], {
      input: jsonLines([{ id: 'r', kind: 'reverse', of: '补差-1' }]),
    });
    expect(recordsOf(reversed.out)).toMatchObject([{ answer: { status: 'settled', totals: { funds: '-950.00', personal: '950.00' } } }]);
  });

  it('a ledger that is not there is said, and nothing is written', async () => {
    const out = join(root, 'none.json');
    const { exit, err } = await yice(['resettle', '--bundle', later, '--ledger', join(root, 'x.json'), '--book', out]);
    expect({ exit, said: err.includes('没有账本') }).toEqual({ exit: 3, said: true });
    expect(existsSync(out)).toBe(false);
  });
});

describe('yice settle', () => {
  it('takes the bundles that settled earlier events, and without them says which is needed', async () => {
    const copy = join(root, 'copy.json');
    await yice(['settle', '--bundle', old, '--ledger', copy], { input: jsonLines(VISITS) });
    const correction = { id: 'k', kind: 'correct', of: 'a', fields: { 政策范围内: '900.00' } };
    const without = await yice(['settle', '--bundle', later, '--ledger', copy, '--no-explain'], { input: jsonLines([correction]) });
    expect(recordsOf(without.out)).toMatchObject([{ error: { code: 'noPolicy' } }]);
    const given = await yice(['settle', '--bundle', later, '--bundles', old, '--ledger', copy, '--no-explain'], {
      input: jsonLines([correction]),
    });
    expect(recordsOf(given.out)).toMatchObject([{ answer: { status: 'settled', totals: { funds: '280.00' } } }]);
  });

  it('refuses an entry that is written twice, whichever way it is spelled', async () => {
    const line = JSON.stringify(VISITS[0]);
    const twice = line.replace('"政策范围内"', '"政策范围\\u5185":"1.00","政策范围内"');
    const { exit, out } = await yice(['settle', '--bundle', old], { input: `${twice}\n${line}\n` });
    expect(exit).toBe(4);
    expect(recordsOf(out)).toMatchObject([{ error: { code: 'line/repeated', field: '政策范围内' } }, { line: 2 }]);
  });
});
