/** Under which heading an officer looks for a value: its benefit, or the only benefit that uses it, or its own rule. */
import { rootOf } from './roots.ts';
import type { Side } from './side.ts';
import { visitExprs } from './walk.ts';

/** The heading of each address of a side. */
export function groupsOf({ program }: Side): (address: string) => string {
  const places = new Map(program.steps.map(({ address }, index) => [address, index]));
  const users = new Map<string, Set<string>>();
  for (const { name } of program.benefits) {
    const seen = new Set<number>();
    const reach = (index: number): void => {
      const step = program.steps[index];
      if (!step || seen.has(index)) return;
      seen.add(index);
      use(rootOf(step.address), name);
      visitExprs([step.value, step.rounds], (expr) => {
        if (expr.op === 'step') reach(expr.index);
        else if (expr.op === 'param') use(rootOf(program.parameters[expr.index]?.address ?? ''), name);
      });
    };
    for (const [address, index] of places) if (rootOf(address) === name) reach(index);
  }
  function use(root: string, benefit: string): void {
    const known = users.get(root) ?? new Set();
    known.add(benefit);
    users.set(root, known);
  }
  const benefits = new Set(program.benefits.map(({ name }) => name));
  return (address) => {
    const root = rootOf(address);
    if (benefits.has(root)) return root;
    const [only, ...more] = users.get(root) ?? [];
    return only !== undefined && more.length === 0 ? only : root;
  };
}
