import { beforeEach, describe, expect, it } from 'vitest';
import { createAnalysing } from '../../../studio/loop/analysing.ts';
import { watchComposition } from '../../../studio/loop/composition.ts';
import { createTexts } from '../../../studio/loop/texts.ts';
import { analysis } from '../../../studio/store/analysis.ts';
import { withText, workspace } from '../../../studio/store/workspace.ts';
import { createClient } from '../../../studio/worker/client.ts';
import type { Reply, ReplyBody, Request } from '../../../studio/worker/protocol.ts';

const settled = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const found: ReplyBody = {
  kind: 'analysed',
  diagnostics: [],
  outlines: {},
  colours: {},
  folds: {},
  symbols: [],
  policies: [],
  declared: [],
  citations: [],
  language: '',
  tookMs: 0,
};

/** A worker that answers when told to. */
function slowWorker() {
  const asked: Request[] = [];
  let reply: (reply: Reply) => void = () => undefined;
  let crash: () => void = () => undefined;
  const client = createClient(
    (onReply, onCrash) => {
      reply = onReply;
      crash = onCrash;
      return { post: (request) => asked.push(request), close: () => undefined };
    },
    () => undefined,
  );
  const texts = createTexts(client);
  return {
    asked,
    texts,
    analysing: createAnalysing(client, texts, () => undefined),
    answer: (request: Request | undefined, body: ReplyBody) => request && reply({ id: request.id, version: request.version, ...body }),
    crash: () => crash(),
    kinds: () => asked.map(({ kind }) => kind),
  };
}

const type = (text: string): void => workspace.setState((state) => withText(state, 'a.yice', text));

beforeEach(() => {
  workspace.setState(workspace.getInitialState(), true);
  analysis.setState(analysis.getInitialState(), true);
});

describe('from text to findings', () => {
  it('sends what changed, then asks', async () => {
    const worker = slowWorker();
    type('一');
    worker.analysing.look();
    await settled();
    expect(worker.asked).toMatchObject([
      { kind: 'texts', version: 1, files: [{ path: 'a.yice', text: '一' }] },
      { kind: 'findings', version: 1 },
      { kind: 'analyse', version: 1 },
    ]);
  });
  it('what is wrong is taken in before the rest has come, unless the text has moved on', async () => {
    const worker = slowWorker();
    type('一');
    worker.analysing.look();
    await settled();
    worker.answer(worker.asked[1], { kind: 'found', diagnostics: [] });
    await settled();
    expect(analysis.getState()).toMatchObject({ findingsVersion: 1, version: -1, running: true });
    worker.answer(worker.asked[2], found);
    await settled();
    type('一二');
    worker.analysing.look();
    await settled();
    type('一二三');
    worker.answer(worker.asked[4], { kind: 'found', diagnostics: [] });
    await settled();
    expect(analysis.getState().findingsVersion).toBe(1);
  });
  it('what is typed meanwhile makes one question more, and the stale answer is dropped', async () => {
    const worker = slowWorker();
    type('一');
    worker.analysing.look();
    await settled();
    for (const text of ['一二', '一二三']) {
      type(text);
      worker.analysing.look();
    }
    await settled();
    expect(worker.kinds()).toEqual(['texts', 'findings', 'analyse']);
    worker.answer(worker.asked[2], found);
    await settled();
    expect([analysis.getState().version, worker.asked.slice(3)]).toMatchObject([
      -1,
      [
        { kind: 'texts', files: [{ text: '一二三' }] },
        { kind: 'findings', version: 3 },
        { kind: 'analyse', version: 3 },
      ],
    ]);
    worker.answer(worker.asked[5], found);
    await settled();
    expect(analysis.getState()).toMatchObject({ version: 3, running: false });
  });
  it('during a composition nothing is posted, and an answer is not taken in before it ends', async () => {
    const worker = slowWorker();
    const keyboard = new EventTarget();
    const stop = watchComposition(keyboard);
    type('一');
    worker.analysing.look();
    await settled();
    keyboard.dispatchEvent(new Event('compositionstart'));
    worker.answer(worker.asked[2], found);
    worker.analysing.look();
    await settled();
    expect([analysis.getState().version, worker.asked.length]).toEqual([-1, 3]);
    keyboard.dispatchEvent(new Event('compositionend'));
    await settled();
    expect(analysis.getState().version).toBe(1);
    stop();
  });
  it('a worker that died is told everything again', async () => {
    const worker = slowWorker();
    type('一');
    worker.analysing.look();
    await settled();
    worker.crash();
    worker.texts.forget();
    worker.analysing.look();
    await settled();
    expect(worker.asked.slice(3)).toMatchObject([{ kind: 'texts', files: [{ text: '一' }] }, { kind: 'findings' }, { kind: 'analyse' }]);
  });
});
