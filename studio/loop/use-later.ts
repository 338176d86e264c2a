import { startTransition, useEffect, useLayoutEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import { isComposing, onComposing } from './composition.ts';

interface Store<State> {
  getState(): State;
  subscribe(listener: () => void): () => void;
}

/**
 * The same as `useStore`, for what nobody waits for: it is drawn after what a hand waits for, in slices that the next key goes before. The
 * selector gives the same object while nothing of it changed.
 *
 * INVARIANT: nothing is drawn while an input method composes. Drawing that is under way then is thrown away (see `Still`), and begins anew
 * when the composition has ended.
 */
export function useLater<State, Value>(store: Store<State>, select: (state: State) => Value): Value {
  // A reducer runs when it is drawn, not when it is asked for: only then is it known whether something is being composed.
  const [state, take] = useReducer(
    (held: State, next: State) => (isComposing() ? held : next),
    store,
    (from) => from.getState(),
  );
  const picked = select(state);
  const seen = useRef({ select, picked, asked: state });
  useLayoutEffect(() => {
    seen.current.select = select;
    seen.current.picked = picked;
  });
  const look = useRef((): void => {
    const next = store.getState();
    const { select: of, picked: drawn, asked } = seen.current;
    const wanted = of(next);
    if (isComposing() || (Object.is(wanted, drawn) && Object.is(wanted, of(asked)))) return;
    seen.current.asked = next;
    startTransition(() => take(next));
  }).current;
  // Another selector may look at what was passed over.
  useEffect(look);
  useEffect(() => {
    const stops = [store.subscribe(look), onComposing(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, look]);
  return picked;
}

/** Stands once on the page: the beginning of a composition draws it at once, which throws away what is being drawn later. */
export function Still(): null {
  useSyncExternalStore(onComposing, isComposing);
  return null;
}
