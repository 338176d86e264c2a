import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** The field in `box` that the hand is on: the form does not take it away from under it. */
export function useHeldField(box: RefObject<HTMLElement | null>): string | undefined {
  const [held, hold] = useState<string | undefined>(undefined);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const come = (event: FocusEvent): void => {
      hold(event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined);
    };
    const go = (event: FocusEvent): void => {
      if (!(event.relatedTarget instanceof Node && current.contains(event.relatedTarget))) hold(undefined);
    };
    current.addEventListener('focusin', come);
    current.addEventListener('focusout', go);
    return () => {
      current.removeEventListener('focusin', come);
      current.removeEventListener('focusout', go);
    };
  }, [box]);
  return held;
}
