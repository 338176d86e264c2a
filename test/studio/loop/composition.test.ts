import { describe, expect, it } from 'vitest';
import { isComposing, watchComposition, whenComposed } from '../../../studio/loop/composition.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('while an input method composes', () => {
  it('what arrives waits, in order, and comes once', async () => {
    const target = new EventTarget();
    const stop = watchComposition(target);
    const done: string[] = [];
    whenComposed(() => done.push('before'));
    target.dispatchEvent(new Event('compositionstart'));
    whenComposed(() => done.push('one'));
    whenComposed(() => done.push('two'));
    await settled();
    expect([done, isComposing()]).toEqual([['before'], true]);
    target.dispatchEvent(new Event('compositionend'));
    await settled();
    expect([done, isComposing()]).toEqual([['before', 'one', 'two'], false]);
    stop();
  });
  it('a window that loses the focus ends it', async () => {
    const target = new EventTarget();
    const stop = watchComposition(target);
    target.dispatchEvent(new Event('compositionstart'));
    target.dispatchEvent(new Event('blur'));
    await settled();
    expect(isComposing()).toBe(false);
    stop();
  });
});
