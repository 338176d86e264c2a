/**
 * While an input method composes, nothing is posted, marked or rendered again: whatever arrives waits here. Watching the window covers
 * the editor and every input field alike.
 */
let composing = false;
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

const turned = (now: boolean): void => {
  if (composing === now) return;
  composing = now;
  for (const listener of listeners) listener();
};

/** Whether an input method is composing now. */
export const isComposing = (): boolean => composing;

/** Calls back whenever a composition begins or ends. Returns the way to stop. */
export function onComposing(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Acts at once, or when the composition has ended. */
export function whenComposed(act: () => void): void {
  if (composing) waiting.push(act);
  else act();
}

const ended = (): void => {
  if (!composing) return;
  // The editor takes the final text in on this same event; what waited runs after it.
  setTimeout(() => {
    turned(false);
    const acts = waiting;
    waiting = [];
    for (const act of acts) act();
  }, 0);
};

/** Begins to watch; returns the way to stop. */
export function watchComposition(target: EventTarget): () => void {
  const started = (): void => turned(true);
  target.addEventListener('compositionstart', started, true);
  target.addEventListener('compositionend', ended, true);
  // A window that loses the focus in the middle of a composition is not always told that it ended.
  target.addEventListener('blur', ended);
  return () => {
    target.removeEventListener('compositionstart', started, true);
    target.removeEventListener('compositionend', ended, true);
    target.removeEventListener('blur', ended);
  };
}
