import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchComposition } from '../../../studio/loop/composition.ts';
import { Still, useLater } from '../../../studio/loop/use-later.ts';

const LINES = Array.from({ length: 60 }, (_, at) => `line ${at}`);
const SLICE_MS = 2;

let root: Root;
let host: HTMLElement;
let drawn: number;
let stop: () => void;
beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  drawn = 0;
  stop = watchComposition(window);
});
afterEach(() => {
  root.unmount();
  host.remove();
  stop();
});

/** Slow to draw: one that is begun takes many slices. */
function Line({ text }: { readonly text: string }) {
  const until = performance.now() + SLICE_MS;
  while (performance.now() < until);
  drawn += 1;
  return <p>{text}</p>;
}

const begun = { text: 'a', other: 0 };

function Lines({ store }: { readonly store: StoreApi<typeof begun> }) {
  const text = useLater(store, (now) => now.text);
  return LINES.map((line) => <Line key={line} text={text} />);
}

function show() {
  const store = createStore(() => begun);
  root.render([<Still key="still" />, <Lines key="lines" store={store} />]);
  const shown = () => new Set([...host.querySelectorAll('p')].map((line) => line.textContent));
  return { store, shown, whole: (text: string) => expect.poll(shown).toEqual(new Set([text])) };
}
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('draws what nobody waits for later, all of it at once, and nothing when nothing of it changed', async () => {
  const { store, shown, whole } = show();
  await whole('a');
  store.setState({ text: 'b' });
  await Promise.resolve();
  expect(shown()).toEqual(new Set(['a']));
  await whole('b');
  drawn = 0;
  store.setState({ other: 1 });
  await rest(30);
  expect(drawn).toBe(0);
});

it('throws away what is being drawn when a composition begins, and draws the newest when it has ended', async () => {
  const { store, shown, whole } = show();
  await whole('a');
  drawn = 0;
  store.setState({ text: 'b' });
  await expect.poll(() => drawn).toBeGreaterThan(0);
  expect(shown()).toEqual(new Set(['a']));
  window.dispatchEvent(new CompositionEvent('compositionstart'));
  await rest(LINES.length * SLICE_MS * 2);
  store.setState({ text: 'c' });
  await rest(30);
  expect(shown()).toEqual(new Set(['a']));
  window.dispatchEvent(new CompositionEvent('compositionend'));
  await whole('c');
});
