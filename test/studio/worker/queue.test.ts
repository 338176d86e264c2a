import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Urgency } from '../../../studio/worker/queue.ts';
import { createQueue } from '../../../studio/worker/queue.ts';

interface Task {
  readonly name: string;
  readonly urgency: Urgency;
  /** Slices of a task that takes long. */
  readonly slices?: number;
}

/** Serves what is put, and tells what began and ended in which order. */
function told() {
  const log: string[] = [];
  const queue = createQueue<Task>(
    async ({ name, slices = 0 }) => {
      log.push(`${name}(`);
      for (let slice = 0; slice < slices; slice += 1) await queue.breath();
      log.push(`${name})`);
    },
    ({ urgency }) => urgency,
  );
  return { queue, log };
}
const done = async (log: readonly string[], many: number): Promise<void> => {
  while (log.length < 2 * many) await new Promise((resolve) => setTimeout(resolve, 0));
};

describe('what the worker does first', () => {
  it('a quick question passes between the slices of a long one, and another long one waits', async () => {
    const { queue, log } = told();
    queue.put({ name: '比较', urgency: 'later', slices: 3 });
    queue.put({ name: '变异', urgency: 'later' });
    queue.put({ name: '检查', urgency: 'soon' });
    queue.put({ name: '文本', urgency: 'now' });
    await done(log, 4);
    expect(log).toEqual(['比较(', '文本(', '文本)', '检查(', '检查)', '比较)', '变异(', '变异)']);
  });

  it('serves every task once, those alike in the order in which they came', async () => {
    const task = fc.record({ urgency: fc.constantFrom<Urgency>('now', 'soon', 'later'), slices: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 12 }), async (tasks) => {
        const { queue, log } = told();
        for (const [at, one] of tasks.entries())
          queue.put({ name: `${one.urgency} ${at}`, urgency: one.urgency, slices: one.urgency === 'later' ? one.slices : 0 });
        await done(log, tasks.length);
        for (const urgency of ['now', 'soon', 'later']) {
          const own = log
            .filter((line) => line.startsWith(urgency) && line.endsWith('('))
            .map((line) => Number.parseInt(line.slice(urgency.length), 10));
          expect(own).toEqual(tasks.flatMap((one, at) => (one.urgency === urgency ? [at] : [])));
        }
      }),
      { numRuns: 40 },
    );
  });
});
