import { describe, expect, it } from 'vitest';
import { checking, nudgesStopped, nudgeTaken } from '../../../studio/store/checking.ts';
import {
  currentRecord,
  formerRecord,
  linesKept,
  recordWritten,
  returnedDrafts,
  type SigningState,
  signing,
  signStateOf,
} from '../../../studio/store/signing.ts';
import type { JudgedRecord, SignoffRecord } from '../../../studio/worker/protocol.ts';

const record = (at: string): SignoffRecord => ({
  format: 'yice-signoff/1',
  folder: '甲市',
  digest: 'sha256:1',
  language: '0.1',
  tool: '0.1.0',
  author: { name: '林', at },
  open: [],
  scenarios: { count: 0, values: 0, differing: 0 },
  sets: [],
});
const judged = (at: string, ...kinds: readonly ('changed' | 'noReviewer')[]): JudgedRecord => ({
  path: at,
  record: record(at),
  problems: kinds.map((kind) => ({ kind })),
});
const state = (...records: readonly JudgedRecord[]): SigningState => ({
  ...signing.getInitialState(),
  folder: '甲市',
  found: {
    folder: '甲市',
    digest: 'sha256:1',
    language: '0.1',
    tool: '0.1.0',
    path: 'p',
    points: [],
    scenarios: { count: 0, values: 0, differing: 0 },
    records,
  },
});

describe('how far a text has come', () => {
  it.each([
    ['draft', state()],
    ['sent', state(judged('1', 'noReviewer'))],
    ['returned', state({ ...judged('1'), problems: [{ kind: 'returned', by: '周', reason: '少一档' }, { kind: 'noReviewer' }] })],
    ['signed', state(judged('1'), judged('2', 'changed'))],
    ['changed', state(judged('1', 'changed'))],
  ] as const)('%s', (how, now) => {
    expect(signStateOf(now)).toBe(how);
  });
  it('the latest record of an earlier text is the one that is told of', () => {
    const now = state(judged('2026-01-01', 'changed'), judged('2026-02-01', 'changed'));
    expect([currentRecord(now), formerRecord(now)?.path]).toEqual([undefined, '2026-02-01']);
  });
  it('a record that is being written is the one that the next line is added to', () => {
    const written = recordWritten(state(judged('p', 'noReviewer')), 'p', { ...record('x'), tool: '2' });
    expect([written.found?.records.length, currentRecord(written)?.record?.tool]).toEqual([1, '2']);
    expect(recordWritten(state(), 'p', { ...record('x'), folder: '乙市' })).toEqual(state());
  });
});

describe('a draft that came back', () => {
  const point = (address: string, line: string, reason = '没写') => ({ policy: '甲', address, how: 'open' as const, reason, line });
  it('keeps the lines of the questions that are still the same', () => {
    const before = { ...record('1'), open: [point('比例', '已问'), point('限额', '已问'), point('起付线', '已问')] };
    expect(linesKept([point('比例', ''), point('限额', '', '另一问'), point('新的', '')], before).map(({ line }) => line)).toEqual([
      '已问',
      '',
      '',
    ]);
  });
  it('waits for the author until it is sent again', () => {
    const back = { ...record('2026-01-01'), returned: { name: '周', at: '2026-01-02', reason: '少一档' } };
    expect(returnedDrafts([JSON.stringify(back), 'no record', '[]'])).toEqual([{ folder: '甲市', by: '周', reason: '少一档' }]);
    expect(returnedDrafts([JSON.stringify(back), JSON.stringify(record('2026-02-01'))])).toEqual([]);
  });
});

describe('a run over every number', () => {
  const of = { policy: '甲', version: 3 };
  const begun = { ...checking.getInitialState(), nudges: { ...of, numbers: [], places: 0, scenarios: 0, running: true } };
  const number = { range: { file: 'a', start: 0, end: 1 }, written: '1元', owner: '', nudges: [] };
  it('ends when every number was tried', () => {
    const one = nudgeTaken(begun, of, { number, places: 2, scenarios: 1 });
    expect(one.nudges?.running).toBe(true);
    expect(nudgeTaken(one, of, { number, places: 2, scenarios: 1 }).nudges).toMatchObject({ running: false, numbers: [number, number] });
  });
  it('ends at once when there is none, and takes nothing of another run', () => {
    expect(nudgeTaken(begun, of, { places: 0, scenarios: 0 }).nudges?.running).toBe(false);
    expect(nudgeTaken(begun, { policy: '乙', version: 3 }, { number, places: 2, scenarios: 1 })).toBe(begun);
  });
  it('keeps what it has when it is stopped', () => {
    const stopped = nudgesStopped(nudgeTaken(begun, of, { number, places: 2, scenarios: 1 }));
    expect(stopped.nudges).toMatchObject({ running: false, numbers: [number] });
    expect(nudgeTaken(stopped, of, { number, places: 2, scenarios: 1 })).toBe(stopped);
  });
});
