import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '../../loop/after-paint.ts';
import { attachedEditor, onEditor } from '../../loop/loop.ts';

/** An editor that has not come by then may not come at all. */
const MOST_MS = 3000;
let came = false;

/** Whether it is the turn of what stands beside the text: at the start of the page the text is shown first. */
export function useTextFirst(textOpen: boolean): boolean {
  const [turn, take] = useState(came);
  useEffect(() => {
    if (turn || !textOpen) return undefined;
    const begin = (): void => {
      came = true;
      startTransition(() => take(true));
    };
    const look = (): void => {
      if (attachedEditor()) afterPaint(begin);
    };
    const timer = setTimeout(() => afterPaint(begin), MOST_MS);
    const stop = onEditor(look);
    look();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [turn, textOpen]);
  return turn || !textOpen;
}
