/** Long work in slices: it says how far it is, lets messages in between, and can be stopped. */
export interface LongWork {
  /** Called now and then; what it returns is waited for. */
  readonly onProgress?: (done: number, total: number) => Promise<void> | void;
  /** Asked after every slice. */
  readonly cancelled?: () => boolean;
}

/** Thrown when the work was stopped. */
export class Stopped extends Error {}

/** How often the work pauses, in steps. */
const SLICE = 25;

/** A counter for `total` steps; each `step()` may pause. @throws Stopped when the work was cancelled */
export function sliced({ onProgress, cancelled }: LongWork, total: number): { readonly step: () => Promise<void> } {
  let done = 0;
  return {
    step: async () => {
      done += 1;
      if (done % SLICE !== 0) return;
      await onProgress?.(done, total);
      if (cancelled?.()) throw new Stopped('stopped');
    },
  };
}
