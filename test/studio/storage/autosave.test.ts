import { beforeEach, describe, expect, it } from 'vitest';
import type { Shelf } from '../../../studio/storage/autosave.ts';
import { keepWorkspace, outdated, restoreWorkspace } from '../../../studio/storage/autosave.ts';
import { restoreDesk } from '../../../studio/storage/desk.ts';
import { saving } from '../../../studio/store/saving.ts';
import { patientAdded, simulation } from '../../../studio/store/simulation.ts';
import { withoutFile, withText, workspace } from '../../../studio/store/workspace.ts';

const DELIVERED = [
  { path: 'a.yice', text: '原样' },
  { path: 'b.txt', text: '通知' },
];

const PATIENT = { id: 'p1', name: '甲', policy: '政策', encounters: [{ id: 'v1', fields: { 政策范围内: '1000.00' } }], openings: [] };

function shelfOf(kept = new Map<string, unknown>()): Shelf & { readonly kept: Map<string, unknown> } {
  return {
    kept,
    all: async () => [...kept],
    put: async (pairs) => {
      for (const [key, value] of pairs) kept.set(key, value);
    },
    drop: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
}

beforeEach(() => {
  workspace.setState(workspace.getInitialState(), true);
  simulation.setState(simulation.getInitialState(), true);
  saving.setState(saving.getInitialState(), true);
});

/** What a page that starts now would show. */
async function reopened(shelf: Shelf): Promise<Readonly<Record<string, string>>> {
  workspace.setState(workspace.getInitialState(), true);
  simulation.setState(simulation.getInitialState(), true);
  restoreDesk((await restoreWorkspace(shelf, DELIVERED)).desk);
  return Object.fromEntries(Object.values(workspace.getState().files).map(({ path, text }) => [path, text]));
}

describe('autosave', () => {
  it('a change is on the shelf within 300 ms, without a save button', async () => {
    const shelf = shelfOf();
    await restoreWorkspace(shelf, DELIVERED);
    const { stop } = keepWorkspace(shelf);
    workspace.setState((state) => withText(state, 'a.yice', '改过'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop();
    expect(shelf.kept.get('text:a.yice')).toBe('改过');
    expect(saving.getState()).toMatchObject({ pending: false, problem: undefined });
  });
  it('a page that starts again has the texts, the open file, the caret and the patients', async () => {
    const shelf = shelfOf();
    await restoreWorkspace(shelf, DELIVERED);
    const { flush, stop } = keepWorkspace(shelf);
    workspace.setState((state) => ({
      ...withText(withText(state, 'a.yice', '改过'), 'c.yice', '新的'),
      openFile: 'c.yice',
      places: { 'c.yice': { caret: 2, scrollTop: 0 } },
    }));
    simulation.setState((state) =>
      patientAdded(state, {
        id: 'p1',
        name: '甲',
        policy: '政策',
        encounters: [{ id: 'v1', fields: { 政策范围内: '1000.00' } }],
        openings: [],
      }),
    );
    await flush();
    stop();
    expect(await reopened(shelf)).toEqual({ 'a.yice': '改过', 'b.txt': '通知', 'c.yice': '新的' });
    expect(workspace.getState()).toMatchObject({ openFile: 'c.yice', places: { 'c.yice': { caret: 2 } } });
    expect(simulation.getState().patients).toMatchObject([{ name: '甲', encounters: [{ fields: { 政策范围内: '1000.00' } }] }]);
  });
  it('only what differs from the delivered texts is kept', async () => {
    const shelf = shelfOf();
    await restoreWorkspace(shelf, DELIVERED);
    const { flush, stop } = keepWorkspace(shelf);
    workspace.setState((state) => withText(state, 'a.yice', '改过'));
    await flush();
    workspace.setState((state) => withText(state, 'a.yice', '原样'));
    await flush();
    stop();
    expect([...shelf.kept.keys()].filter((key) => key !== 'desk')).toEqual([]);
  });
  it('a delivered file that was taken away stays away, until it is written again', async () => {
    const shelf = shelfOf();
    await restoreWorkspace(shelf, DELIVERED);
    const { flush, stop } = keepWorkspace(shelf);
    workspace.setState((state) => withoutFile(state, 'a.yice'));
    await flush();
    stop();
    expect(await reopened(shelf)).toEqual({ 'b.txt': '通知' });
    const again = keepWorkspace(shelf);
    workspace.setState((state) => withText(state, 'a.yice', '重写'));
    await again.flush();
    again.stop();
    expect(await reopened(shelf)).toEqual({ 'a.yice': '重写', 'b.txt': '通知' });
  });
  it('a browser without room says so, keeps trying, and loses nothing', async () => {
    const shelf = shelfOf();
    let full = true;
    const tight: Shelf = {
      ...shelf,
      put: (pairs) => (full ? Promise.reject(new DOMException('', 'QuotaExceededError')) : shelf.put(pairs)),
    };
    await restoreWorkspace(tight, DELIVERED);
    const { flush, stop } = keepWorkspace(tight);
    workspace.setState((state) => withText(state, 'a.yice', '改过'));
    await flush();
    expect(saving.getState()).toMatchObject({ problem: 'full', pending: true });
    full = false;
    workspace.setState((state) => withText(state, 'c.yice', '后来'));
    await flush();
    stop();
    expect([shelf.kept.get('text:a.yice'), shelf.kept.get('text:c.yice'), saving.getState().problem]).toEqual(['改过', '后来', undefined]);
  });
  it('a browser that keeps nothing is said to, and the delivered texts open all the same', async () => {
    const refusing: Shelf = { ...shelfOf(), all: () => Promise.reject(new Error('private')) };
    await restoreWorkspace(refusing, DELIVERED);
    expect([Object.keys(workspace.getState().files), saving.getState().problem]).toEqual([['a.yice', 'b.txt'], 'unavailable']);
  });
  it('while another tab edits, this one writes nothing', async () => {
    const shelf = shelfOf();
    await restoreWorkspace(shelf, DELIVERED);
    const { flush, stop } = keepWorkspace(shelf);
    saving.setState({ elsewhere: true });
    workspace.setState((state) => withText(state, 'a.yice', '改过'));
    await flush();
    stop();
    expect(shelf.kept.size).toBe(0);
  });
  it('a desk of another shape is left out, the texts are kept', async () => {
    const shelf = shelfOf(
      new Map<string, unknown>([
        ['desk', { day: 'soon' }],
        ['text:a.yice', '改过'],
      ]),
    );
    expect(await reopened(shelf)).toEqual({ 'a.yice': '改过', 'b.txt': '通知' });
  });
  it('a desk that another version wrote comes back part by part', async () => {
    const shelf = shelfOf(
      new Map<string, unknown>([
        ['text:a.yice', '改过'],
        ['desk', { openFile: 'a.yice', places: 7, day: 'gestern', policy: '政策', patients: [{ id: 1 }, PATIENT], later: true }],
      ]),
    );
    expect(await reopened(shelf)).toEqual({ 'a.yice': '改过', 'b.txt': '通知' });
    expect(workspace.getState()).toMatchObject({ openFile: 'a.yice', policy: '政策', places: {}, day: workspace.getInitialState().day });
    expect(simulation.getState().patients).toEqual([PATIENT]);
  });
  it('work on a text that has since been delivered anew is kept, and said', async () => {
    const shelf = shelfOf();
    await restoreWorkspace(shelf, DELIVERED);
    const { flush, stop } = keepWorkspace(shelf);
    workspace.setState((state) => withText(state, 'a.yice', '改过'));
    await flush();
    stop();
    const same = await restoreWorkspace(shelf, DELIVERED);
    expect(outdated(workspace.getState().files, same.bases)).toEqual([]);
    const newer = await restoreWorkspace(shelf, [{ path: 'a.yice', text: '新版' }]);
    expect(outdated(workspace.getState().files, newer.bases)).toEqual(['a.yice']);
    expect(workspace.getState().files['a.yice']).toMatchObject({ text: '改过', delivered: '新版' });
  });
});
