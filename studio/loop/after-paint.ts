import { whenComposed } from './composition.ts';

/** Acts once what stands now is on the screen: what a hand waits for is seen first. Nothing happens while an input method composes. */
export const afterPaint = (act: () => void): void => void requestAnimationFrame(() => setTimeout(() => whenComposed(act), 0));
