import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../../language/index.ts';
import { amendmentPath, draftAmendment, publicationUnknown, setAside } from '../../../../studio/loop/annual-draft.ts';
import { decided, draftOf, freshDraft, undecided } from '../../../../studio/store/annual.ts';
import { anchorOf, namesNoVisit, nextTodo, nothingDecided, rowsOf, shownText, withUnit } from '../../../../studio/views/annual/select.ts';
import { readAnnual } from '../../../../studio/worker/annual.ts';
import { realPolicies } from '../../../kit/policy.ts';

const policy = '绵阳市职工基本医疗保险';
const aside = '510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice';
const document = '510700-绵阳市/sources/2023-05-31-游仙区访谈.txt';
const annual = readAnnual(createCompiler(), realPolicies(), { kind: 'annual', policy, document, aside });
if (!annual) throw new Error('the notice was not read');
const draft = { ...freshDraft(policy), document };
const rows = rowsOf(annual, draft, undefined);

describe('the rows of a yearly change', () => {
  it('are changes, what is new and questions, and the others are told apart: no number is left out', () => {
    expect(rows.count).toEqual({ all: 12, done: 0, open: 0, todo: 12 });
    expect(rows.marks.size + rows.others.length).toBe(annual.reading.numbers.length);
    expect([...rows.marks.values()].map(({ mark }) => mark)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });

  it('go on to the next that has not been looked at, and round to the first', () => {
    const [first, second] = rows.rows;
    if (!first || !second) throw new Error('no rows');
    expect(nextTodo(rows.rows, anchorOf(first))).toBe(second);
    expect(nextTodo(rows.rows, anchorOf(rows.rows.at(-1) ?? first))).toBe(first);
  });

  it('of a new benefit wait until it is for some visit: nothing else would read', () => {
    const [{ benefit } = {}] = rows.benefits;
    if (!benefit) throw new Error('no benefit');
    expect(namesNoVisit(benefit)).toBe(false);
    expect(namesNoVisit({ applies: { ...benefit.applies, values: [] } })).toBe(true);
  });

  it('that keep what stands write nothing', () => {
    const question = rows.questions[0]?.number.index ?? -1;
    const kept = { ...draft, decisions: { [question]: { kind: 'keep' } } } as const;
    expect(nothingDecided(rowsOf(annual, kept, undefined))).toBe(true);
    expect(draftAmendment(annual, kept)).toMatchObject({ edits: [], lines: [], benefits: [] });
  });

  it('end the rule that is chosen for a sentence, under that sentence, as one step that is taken back', () => {
    const notice = '本通知自2024年1月1日起执行。停止执行再次住院取消起付线的规定。';
    const path = '150500-通辽市/sources/停止.txt';
    const real = realPolicies();
    const residents = '通辽市城乡居民基本医疗保险';
    const workspace = { ...real, documents: [...real.documents, { path, text: notice }] };
    const read = readAnnual(createCompiler(), workspace, { kind: 'annual', policy: residents, document: path });
    if (!read) throw new Error('the notice was not read');
    // The earlier amendment says nothing of its publication: the old values are read as the law before it, and that is told.
    expect(read.undated).toEqual(['150500-通辽市/amendments/2017-01-01-城乡医保整合.yice']);
    expect(annual.undated).toEqual([]);
    expect(read.shape.stoppable).toContain('转外起付标准.再次转外');
    expect(read.shape.stoppable).not.toContain('年限额');
    const start = read.reading.endings[0]?.start ?? -1;
    const chosen = decided({ drafts: {}, past: [] }, residents, { ended: { [start]: '转外起付标准.再次转外' } });
    const quote = '停止执行再次住院取消起付线的规定';
    expect(draftAmendment(read, draftOf(chosen, residents)).lines).toEqual([{ text: '停止 转外起付标准.再次转外', quote }]);
    expect(nothingDecided(rowsOf(read, draftOf(chosen, residents), undefined))).toBe(false);
    expect(draftAmendment(read, draftOf(undecided(chosen, residents), residents)).lines).toEqual([]);
  });

  it('of a number that is moved to a value by hand stand with the values', () => {
    const other = annual.reading.proposals.find(({ to }) => to.kind === 'notARule');
    const moved = { ...draft, decisions: { [other?.number ?? -1]: { kind: 'accept', path: '慢病限额[1]', text: '3000元' } } } as const;
    expect(rowsOf(annual, moved, undefined).groups[0]?.rows.some(({ text }) => text === '3000元')).toBe(true);
  });
});

describe('what is set aside by hand', () => {
  it('is kept by sentence, each once, unless the sentence carries a rule', () => {
    const aside = annual.reading.proposals.filter(({ to }) => to.kind === 'notARule');
    const [one] = aside;
    const other = annual.reading.proposals.find(({ to }) => to.kind === 'change');
    if (!one || !other) throw new Error('the notice has neither');
    const notARule = { kind: 'notARule', why: '统计' } as const;
    const sameSentence = aside.filter(({ quote }) => quote.start === one.quote.start).map(({ number }) => [number, notARule] as const);
    const decided = { ...draft, decisions: Object.fromEntries([...sameSentence, [other.number, notARule] as const]) };
    expect(setAside(annual, decided).map(({ why }) => why)).toEqual(['统计', '统计']);
    const ruled = {
      ...draft,
      decisions: { ...decided.decisions, [other.number]: { kind: 'accept', path: '慢病限额[1]', text: '2000元' } as const },
    };
    expect(setAside(annual, ruled)).toHaveLength(1);
    expect(annual.text.replace(/\s*\n\s*/gu, '')).toContain(setAside(annual, ruled)[0]?.sentence);
  });
});

describe('the amendment of a yearly change', () => {
  it('goes where the one left aside was, else under a name that is free', () => {
    expect(amendmentPath(annual, { ...draft, aside }, 'x', [])).toBe(aside);
    expect(amendmentPath(annual, draft, 'x', [])).toBe('x/amendments/2023-01-01-年度调整.yice');
    expect(amendmentPath(annual, draft, 'x', ['x/amendments/2023-01-01-年度调整.yice'])).toBe('x/amendments/2023-01-01-年度调整 2.yice');
  });

  it('declares a notice that the policy does not know yet', () => {
    const other = { ...annual, document: 'x/sources/关于2024年待遇的通知.txt' };
    expect(draftAmendment(other, draft).document).toEqual({ alias: '通知2024', file: '关于2024年待遇的通知.txt', declare: true });
    expect(draftAmendment(annual, draft).document).toMatchObject({ alias: '访谈', declare: false });
  });

  it('leaves open which day it is published on, unless one is given, and says by when it was at the latest', () => {
    const open = { kind: 'open', why: '原文未写发布日' };
    expect(draftAmendment(annual, draft).published).toEqual({ ...open, by: '2023-05-31' });
    expect(draftAmendment(annual, { ...draft, publishedBy: '2022-12-31' }).published).toEqual({ ...open, by: '2022-12-31' });
    const { dated: _, ...undated } = annual.reading;
    const pasted = { ...annual, reading: undated, document: '510700-绵阳市/sources/通知.txt' };
    expect(publicationUnknown(pasted, draft)).toBe(true);
    expect(draftAmendment(pasted, draft).published).toEqual(open);
    expect(publicationUnknown(pasted, { ...draft, publishedBy: '2022-12-31' })).toBe(false);
    expect(draftAmendment(annual, { ...draft, published: '2022-12-30' }).published).toEqual({ kind: 'day', day: '2022-12-30' });
  });
});

describe('what is typed into a cell', () => {
  it.each([
    ['60', 'ratio', '60%'],
    ['６０％', 'ratio', '60%'],
    ['1,200', 'money', '1200元'],
    ['20万元', 'money', '20万元'],
    ['6', 'months', '6个月'],
  ] as const)('%s as %s is %s', (typed, kind, text) => expect(withUnit(typed, kind)).toBe(text));
  it.each([
    ['约2000', 'money'],
    ['', 'ratio'],
    ['60元', 'ratio'],
  ] as const)('%s is no %s', (typed, kind) => expect(withUnit(typed, kind)).toBeUndefined());
  it('is shown with separators', () =>
    expect([shownText('1000元'), shownText('20万元'), shownText('75%')]).toEqual(['1,000 元', '20 万元', '75%']));
});
