import { beforeEach, describe, expect, it } from 'vitest';
import { createCompiler } from '../../../language/index.ts';
import { draftAmendment } from '../../../studio/loop/annual-draft.ts';
import { createAmendmentWriting } from '../../../studio/loop/annual-writing.ts';
import { annual, counted, type Decision, draftOf, withDraft } from '../../../studio/store/annual.ts';
import { annualFound } from '../../../studio/store/annual-found.ts';
import { workspace } from '../../../studio/store/workspace.ts';
import { readAnnual } from '../../../studio/worker/annual.ts';
import type { Body, Outcome } from '../../../studio/worker/client.ts';
import type { AmendReply } from '../../../studio/worker/protocol.ts';
import { realPolicies } from '../../kit/policy.ts';

const policy = '绵阳市职工基本医疗保险';
const document = '510700-绵阳市/sources/2023-05-31-游仙区访谈.txt';
const reading = readAnnual(createCompiler(), realPolicies(), { kind: 'annual', policy, document });
if (!reading) throw new Error('the notice was not read');

/** A worker that writes when told to, and then writes what it was asked for. */
function slowWriting() {
  const asked: Body<'annualText'>[] = [];
  const answers: ((outcome: Outcome<'annualText'>) => void)[] = [];
  const writing = createAmendmentWriting(
    (body) =>
      new Promise((resolve) => {
        asked.push(body);
        answers.push(resolve);
      }),
    () => 'a.yice',
  );
  const answer = async (): Promise<void> => {
    const [body] = asked.splice(0, 1);
    const reply: AmendReply = { kind: 'annualText', text: textOf(body?.draft), needed: [], checks: [], findings: [] };
    answers.shift()?.({ ok: true, version: 1, reply });
    await settled();
  };
  return { writing, asked, answer };
}

const textOf = (draft: unknown): string => JSON.stringify(draft, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const [first, second] = reading.reading.proposals.map(({ number }) => number);
const decide = (number = 0): void => {
  const decisions: Readonly<Record<number, Decision>> = { ...draftOf(annual.getState(), policy).decisions, [number]: { kind: 'keep' } };
  annual.setState((state) => withDraft(state, policy, { decisions }));
};

beforeEach(() => {
  annual.setState(annual.getInitialState(), true);
  workspace.setState(workspace.getInitialState(), true);
  annualFound.setState({ ...annualFound.getInitialState(), annual: reading });
  annual.setState((state) => withDraft(state, policy, { document }));
});

describe('the text of a yearly change', () => {
  it('is waited for until it is that of what is decided now', async () => {
    const { writing, asked, answer } = slowWriting();
    decide(first);
    void writing.write();
    decide(second);
    const now: (string | undefined)[] = [];
    void writing.now().then((written) => now.push(written?.text));
    await answer();
    expect([now, annualFound.getState().written]).toEqual([[], undefined]);
    await answer();
    await answer();
    expect(now).toEqual([textOf(draftAmendment(reading, draftOf(annual.getState(), policy)))]);
    expect(asked).toEqual([]);
  });

  it('is not written again when only a key was pressed', async () => {
    const { writing, asked, answer } = slowWriting();
    decide(first);
    void writing.write();
    await answer();
    annual.setState((state) => counted(state, policy, 'keys'));
    void writing.write();
    await settled();
    expect([asked, (await writing.now())?.text]).toEqual([[], annualFound.getState().written?.text]);
  });
});
