/** `npm run fuzz`: settles cases by both on all cores until there are as many as were asked for, or the two part. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runPolicy, textOf } from './run.ts';
import type { Small } from './shrink.ts';
import { shrunk } from './shrink.ts';
import { subjectsIn } from './subject.ts';

interface Task {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
}

/** What a worker tells after each policy. */
interface Told {
  readonly number: number;
  readonly cases: number;
  readonly paid: number;
  readonly unread?: string;
  readonly small?: Small & { readonly replay: string };
}

/** Policies are drawn until the main thread ends the worker. */
async function work({ seed, first, step }: Task): Promise<void> {
  for (let number = first; ; number += step) parentPort?.postMessage(await one(seed, number));
}

async function one(seed: number, number: number, only?: number): Promise<Told> {
  const { cases, paid, unread, mismatch } = await runPolicy(seed, number, only);
  const told = { number, cases, paid, ...(unread === undefined ? {} : { unread }) };
  if (!mismatch) return told;
  const text = textOf(seed, number);
  const [subject] = (await subjectsIn(text)).subjects;
  const small = await shrunk(text, mismatch, subject?.policy.name ?? '');
  return { ...told, small: { ...small, mismatch: { ...small.mismatch, events: [] }, replay: `${seed}:${number}:${mismatch.stream}` } };
}

const write = (text: string): void => void process.stdout.write(`${text}\n`);
const shown = (json: unknown): string =>
  JSON.stringify(json, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 1);

function tell({ text, events, mismatch: { about, product, reference }, replay }: NonNullable<Told['small']>): void {
  write(`\n不一致 mismatch: ${about}\n\n${text}\n`);
  write(`事件 events\n${events.map((event) => JSON.stringify(event)).join('\n')}\n`);
  write(`产品 product\n${shown(product)}\n\n参照 reference\n${shown(reference)}\n`);
  write(`npm run fuzz -- --replay ${replay}`);
}

const EVERY_MS = 10_000;

function runAll(runs: number, seed: number, workers: number): void {
  const started = Date.now();
  let [cases, paid, policies, unread, told] = [0, 0, 0, 0, started];
  const line = (): string => {
    const seconds = (Date.now() - started) / 1000;
    const share = cases === 0 ? 0 : Math.round((100 * paid) / cases);
    return `seed ${seed}: ${cases} cases, ${policies} policies (${unread} not compared), ${share} % paid, ${Math.round(cases / seconds)} cases/s, ${Math.round(seconds)} s`;
  };
  const all = Array.from(
    { length: workers },
    (_, first) => new Worker(new URL(import.meta.url), { workerData: { seed, first, step: workers } satisfies Task }),
  );
  const end = (code: number): void => {
    write(line());
    process.exitCode = code;
    for (const worker of all) void worker.terminate();
  };
  write(`seed ${seed}: ${runs} cases, ${workers} workers`);
  process.once('SIGINT', () => end(130));
  for (const worker of all) {
    worker.on('error', (error) => {
      write(String(error.stack ?? error));
      end(2);
    });
    worker.on('message', (one: Told) => {
      if (cases >= runs || process.exitCode !== undefined) return;
      cases += one.cases;
      paid += one.paid;
      policies += 1;
      if (one.unread !== undefined) unread += 1;
      if (one.small) {
        tell(one.small);
        end(1);
      } else if (cases >= runs) end(0);
      else if (Date.now() - told > EVERY_MS) {
        told = Date.now();
        write(line());
      }
    });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      workers: { type: 'string' },
      replay: { type: 'string' },
    },
  });
  const number = (text: string | undefined, otherwise: number): number => (/^\d{1,9}$/u.test(text ?? '') ? Number(text) : otherwise);
  if (values.replay !== undefined) {
    const [seed = 0, policy = 0, stream = 0] = values.replay.split(':').map((part) => number(part, 0));
    write(textOf(seed, policy));
    const told = await one(seed, policy, stream);
    if (told.small) tell(told.small);
    else write(`一致 no mismatch: ${told.cases} cases${told.unread === undefined ? '' : `, ${told.unread}`}`);
    process.exitCode = told.small ? 1 : 0;
    return;
  }
  const seed = number(values.seed, Date.now() % 1_000_000_000);
  runAll(number(values.runs, 100_000), seed, Math.max(1, Math.min(number(values.workers, availableParallelism()), 64)));
}

if (isMainThread) await main();
else await work(workerData as Task);
