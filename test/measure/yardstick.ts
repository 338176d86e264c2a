const ROUNDS = 15;
const ENTRIES = 20_000;

/** Milliseconds, the median, of a fixed piece of work: what this machine gives at this moment. */
export function yardstick(): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const entries = Array.from({ length: ENTRIES }, (_, at) => ({ at, name: `${(at * 7919) % ENTRIES}`, within: [at, at + 1] }));
    JSON.parse(JSON.stringify(entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))));
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}
