import { beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '../../../studio/worker/desk.ts';
import type { Reply, ReplyBody, RequestBody } from '../../../studio/worker/protocol.ts';
import { realPolicies } from '../../kit/policy.ts';

const workspace = realPolicies();
const CHANGES = '510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice';
const BASE = '510700-绵阳市/职工基本医疗保险.yice';

const waiting = new Map<number, (reply: Reply) => void>();
const desk = createDesk((reply) => waiting.get(reply.id)?.(reply));
let id = 0;
const ask = (body: RequestBody): Promise<ReplyBody> =>
  new Promise((resolve) => {
    id += 1;
    waiting.set(id, resolve);
    desk.take({ id, version: 1, ...body });
  });

const sheetsOf = async (file: string) => {
  const reply = await ask({ kind: 'sheets', file });
  if (reply.kind !== 'sheets') throw new Error(reply.kind);
  return reply.sheets;
};

beforeAll(async () => {
  await ask({ kind: 'texts', files: workspace.files, documents: workspace.documents, removed: [] });
});

describe('the worker answers for cells', () => {
  it('gives what a page can take: the sheets of a file, with the values that other files declare', async () => {
    const sheets = structuredClone(await sheetsOf(CHANGES));
    expect(sheets.sheets.map(({ kind }) => kind)).toContain('changes');
    const table = sheets.sheets.find((one) => one.id === '门诊比例');
    expect(table?.allowed.some(({ values }) => values?.includes('未定级'))).toBe(true);
  });

  it('the chronic-disease change of 2023 is one block of cells', async () => {
    const at = { sheet: 'changes', row: '门诊慢性病.报销比例', column: 'to' };
    const reply = await ask({ kind: 'cellEdit', file: CHANGES, change: { do: 'paste', at, block: '78%\r\n2,200元/年\r\n约3000\r\n' } });
    if (reply.kind !== 'cellsEdited') throw new Error(reply.kind);
    const { cells, edits } = reply.edited;
    expect(cells.map(({ written, problem }) => written ?? problem?.what.zh)).toEqual(['78%', '2200元', '“约3000” 不是金额。']);
    const { text } = await sheetsOf(CHANGES);
    expect(edits.map(({ start, end, text: put }) => `${text.slice(start, end)}→${put}`)).toEqual(['5→8', '0→2']);
  });

  it('offers what can be done with a table or line, not where an amendment speaks of it', async () => {
    const at = async (file: string, near: string) => {
      const offset = (await sheetsOf(file)).text.indexOf(near);
      const reply = await ask({ kind: 'tableActions', at: { file, offset } });
      return reply.kind === 'tableActions' ? reply.actions.map(({ action }) => action) : [reply.kind];
    };
    expect(await at(CHANGES, '| 三级')).toEqual(['toList']);
    expect(await at(BASE, '报销比例 70%')).toEqual([]);
    expect(await at(BASE, '起付线 1000元')).toEqual(['extractTable']);
  });

  it('a file that is not there has no sheets', async () => {
    expect(await sheetsOf('没有.yice')).toMatchObject({ text: '', sheets: [], complete: false });
  });
});
