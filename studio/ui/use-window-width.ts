import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/** Width of the window in CSS pixels; half as much at 200 % zoom. */
export const useWindowWidth = (): number => useSyncExternalStore(subscribe, () => innerWidth);
