import { describe, expect, it } from 'vitest';
import { checking, nudgesStopped, nudgeTaken } from '../../../studio/store/checking.ts';
import { currentRecord, formerRecord, recordWritten, type SigningState, signing, signStateOf } from '../../../studio/store/signing.ts';
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
