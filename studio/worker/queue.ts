/**
 * How soon an answer is wanted. `now`: texts, and what a hand waits for that needs no check. `soon`: what a check has to come before. `later`:
 * what takes long, or nobody is kept from working by.
 */
export type Urgency = 'now' | 'soon' | 'later';

const URGENT: readonly Urgency[] = ['now', 'soon'];
const IN_ORDER: readonly Urgency[] = [...URGENT, 'later'];

/** One task at a time: the most urgent first, those alike in the order in which they came. */
export interface Queue<Task> {
  put(task: Task): void;
  /** Between two slices of a task that takes long: lets messages in, and what is more urgent go first. */
  readonly breath: () => Promise<void>;
}

/** `serve` reports what goes wrong by itself; it never throws. */
export function createQueue<Task>(serve: (task: Task) => Promise<void>, urgencyOf: (task: Task) => Urgency): Queue<Task> {
  const waiting: Task[] = [];
  let busy = false;
  const take = (urgencies: readonly Urgency[]): Task | undefined => {
    for (const urgency of urgencies) {
      const at = waiting.findIndex((task) => urgencyOf(task) === urgency);
      if (at >= 0) return waiting.splice(at, 1)[0];
    }
    return undefined;
  };
  const begin = async (): Promise<void> => {
    busy = true;
    for (let task = take(IN_ORDER); task !== undefined; task = take(IN_ORDER)) await serve(task);
    // INVARIANT: nothing can be put between finding nothing more and this.
    busy = false;
  };
  return {
    put: (task) => {
      waiting.push(task);
      if (!busy) void begin();
    },
    breath: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      for (let task = take(URGENT); task !== undefined; task = take(URGENT)) await serve(task);
    },
  };
}
