import { beforeEach, describe, expect, it } from 'vitest';
import { watchComposition } from '../../../studio/loop/composition.ts';
import { layOut } from '../../../studio/loop/laying-out.ts';
import { createTexts } from '../../../studio/loop/texts.ts';
import { told } from '../../../studio/store/told.ts';
import { withText, workspace } from '../../../studio/store/workspace.ts';
import { createClient } from '../../../studio/worker/client.ts';
import type { Reply, Request } from '../../../studio/worker/protocol.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const type = (text: string): void => workspace.setState((state) => withText(state, 'a.yice', text));

/** Presses the key; `answer` answers the last question with what the text becomes. */
function pressed() {
  const asked: Request[] = [];
  const written: string[] = [];
  let reply: (reply: Reply) => void = () => undefined;
  const client = createClient(
    (onReply) => {
      reply = onReply;
      return { post: (request) => request.kind === 'format' && asked.push(request), close: () => undefined };
    },
    () => undefined,
  );
  void layOut(client, createTexts(client), { rewrite: (_, text) => written.push(text) }, 'a.yice');
  return {
    asked,
    written,
    answer: async (text: string, laid: { readonly changed: boolean; readonly whole: boolean } = { changed: true, whole: true }) => {
      const last = asked.at(-1);
      if (last) reply({ id: last.id, version: last.version, kind: 'formatted', file: 'a.yice', text, ...laid });
      await settled();
    },
  };
}

beforeEach(() => {
  workspace.setState(workspace.getInitialState(), true);
  told.setState(told.getInitialState(), true);
  type('甲  乙');
});

describe('laying out', () => {
  it('is not lost when something is typed before the answer comes: the newer text is laid out', async () => {
    const press = pressed();
    type('甲  乙  丙');
    await press.answer('甲 乙');
    expect([press.written, press.asked.length]).toEqual([[], 2]);
    await press.answer('甲 乙 丙');
    expect(press.written).toEqual(['甲 乙 丙']);
  });
  it('waits for what an input method is composing', async () => {
    const target = new EventTarget();
    const stop = watchComposition(target);
    const press = pressed();
    target.dispatchEvent(new Event('compositionstart'));
    await press.answer('甲 乙');
    expect(press.written).toEqual([]);
    target.dispatchEvent(new Event('compositionend'));
    await settled();
    expect(press.written).toEqual(['甲 乙']);
    stop();
  });
  it('says why nothing moves', async () => {
    await pressed().answer('甲  乙', { changed: false, whole: false });
    expect(told.getState().words?.zh).toMatch(/还没有写完/);
    await pressed().answer('甲  乙', { changed: false, whole: true });
    expect(told.getState().words?.zh).toMatch(/已经排好/);
  });
});
