import { describe, expect, it } from 'vitest';
import type { Answer, Booked, Revision } from '../../../../runtime/answer.ts';
import { revisedBy, revisedLater } from '../../../../studio/views/simulate/revised.ts';
import { summary } from '../../../kit/mianyang-answers.ts';

const booked = (funds: string, personal: string): Booked => ({
  status: 'settled',
  totals: { total: '1000.00', funds, hospital: '0.00', personal, account: '0.00', cash: personal },
  postings: [],
});
const revision = (event: string, before: Booked, after: Booked): Revision => ({ event, effect: 'booked', before, after });
const visit = (id: string, day: string) => ({ id, fields: { [summary.versionDay]: day } });
const patient = {
  id: 'p',
  name: '甲',
  policy: summary.name,
  encounters: [visit('a', '2023-03-02'), visit('b', '2023-04-02'), visit('c', '2023-05-02')],
  openings: [],
};
const answer = (...revisions: readonly Revision[]): Answer => ({
  event: 'r',
  policy: summary.name,
  status: 'settled',
  digest: '',
  postings: [],
  amounts: {},
  open: [],
  assumed: [],
  supposed: [],
  missing: [],
  ineligible: [],
  problems: [],
  revisions,
});

describe('what a reversal changes', () => {
  it('is told in the order of the visits, with what changed and what did not', () => {
    const rows = revisedBy(
      answer(
        revision('c', booked('500.00', '500.00'), booked('500.00', '500.00')),
        revision('b', booked('400.00', '600.00'), { status: 'open', postings: [] }),
      ),
      patient,
      summary,
    );
    expect(rows.map(({ number, day, funds }) => [number, day, funds.before, funds.after, funds.changed])).toEqual([
      [2, '2023-04-02', '400.00', undefined, true],
      [3, '2023-05-02', '500.00', '500.00', false],
    ]);
  });
  it('is told at the visit too, by the last event that changed it', () => {
    const first = { ...answer(), event: 'a' };
    const second = { ...answer(), event: 'b' };
    const one = { ...answer(revision('b', booked('400.00', '600.00'), booked('500.00', '500.00'))), event: 'c' };
    expect(revisedLater([first, second, one], 'b', patient, summary)).toMatchObject({ by: 3, revised: { funds: { after: '500.00' } } });
    expect(revisedLater([first, second, one], 'a', patient, summary)).toBeUndefined();
  });
  it('is nothing where nothing came after it', () => expect(revisedBy(answer(), patient, summary)).toEqual([]));
});
