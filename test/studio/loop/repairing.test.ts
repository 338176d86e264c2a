import { beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Fix } from '../../../language/diagnostics/diagnostic.ts';
import { foundNow, sameFix } from '../../../studio/loop/repairing.ts';
import { analysis } from '../../../studio/store/analysis.ts';
import { withText, workspace } from '../../../studio/store/workspace.ts';

const fix = (start: number, text = '字段 '): Fix => ({
  title: { zh: `改为 “${text}”`, en: `Write “${text}”` },
  edits: [{ span: { file: 'a.yice', start, end: start + 2 }, text }],
});
const finding = (...fixes: readonly Fix[]): Diagnostic => ({
  code: 'syntax/unexpected',
  severity: 'error',
  what: { zh: '', en: '' },
  why: { zh: '', en: '' },
  remedy: { zh: '', en: '' },
  labels: [],
  fixes,
});

describe('a repair pressed while the text moves on', () => {
  it('is made where the same is found now, nearest to where it was', () => {
    expect(sameFix(fix(10), [finding(fix(90)), finding(fix(14, '费用 '), fix(14))])).toEqual(fix(14));
    expect(sameFix(fix(10), [finding(fix(10, '费用 '))])).toBeUndefined();
  });

  beforeEach(() => {
    workspace.setState(workspace.getInitialState(), true);
    analysis.setState(analysis.getInitialState(), true);
    workspace.setState((state) => withText(state, 'a.yice', '一'));
  });
  it('waits for the findings of this text', async () => {
    analysis.setState({ running: true, findingsVersion: 0 });
    const waited: boolean[] = [];
    const found = foundNow().then((now) => waited.push(now));
    await Promise.resolve();
    expect(waited).toEqual([]);
    // The rest of the analysis may still be on its way.
    analysis.setState({ findingsVersion: 1 });
    await found;
    expect([waited, await foundNow()]).toEqual([[true], true]);
  });
  it('and does not wait for what nobody finds out', async () => {
    analysis.setState({ running: false, findingsVersion: 0 });
    expect(await foundNow()).toBe(false);
    analysis.setState({ running: true });
    const found = foundNow();
    analysis.setState({ running: false });
    expect(await found).toBe(false);
  });
});
