import type { Words } from '../../language/diagnostics/diagnostic.ts';
import type { DocumentVersion, Progress, Reply, ReplyBody, Request, RequestBody, RequestId } from './protocol.ts';
import type { Sent } from './wire.ts';
import { createReceiver } from './wire.ts';

/** What the client needs of a Worker; a test gives a plain object. */
export interface Port {
  post(request: Request): void;
  close(): void;
}

/** Opens a port: `onReply` hears every message, `onCrash` that no more will come. */
export type OpenPort = (onReply: (reply: Reply) => void, onCrash: () => void) => Port;

interface ReplyKinds {
  readonly texts: 'taken';
  readonly findings: 'found';
  readonly analyse: 'analysed';
  readonly scenarios: 'scenarios';
  readonly properties: 'properties';
  readonly settle: 'settled';
  readonly curve: 'curve';
  readonly whatIf: 'whatIf';
  readonly examples: 'examples';
  readonly complete: 'completions';
  readonly hover: 'hover';
  readonly definition: 'places';
  readonly references: 'places';
  readonly rename: 'rename';
  readonly format: 'formatted';
  readonly build: 'built';
  readonly review: 'reviewed';
  readonly causes: 'caused';
  readonly sheets: 'sheets';
  readonly clauses: 'clauses';
  readonly manual: 'manual';
  readonly sentence: 'sentence';
  readonly compare: 'compared';
  readonly reached: 'reached';
  readonly nudge: 'nudge';
  readonly signoff: 'signoff';
  readonly cellEdit: 'cellsEdited';
  readonly tableActions: 'tableActions';
  readonly annual: 'annual';
  readonly annualText: 'annualText';
  readonly cancel: 'cancelled';
}

export type Question = Exclude<RequestBody['kind'], 'cancel'>;
/** What is asked, by kind. */
export type Body<Kind extends Question> = Extract<RequestBody, { kind: Kind }>;
export type ReplyTo<Kind extends Question> = Extract<ReplyBody, { kind: ReplyKinds[Kind] }>;

export type Outcome<Kind extends Question> =
  | { readonly ok: true; readonly version: DocumentVersion; readonly reply: ReplyTo<Kind> }
  | { readonly ok: false; readonly why: 'cancelled' | 'crashed' }
  | { readonly ok: false; readonly why: 'unserved'; readonly problem: Words };

export interface Asking {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Client {
  /** `kind` is that of `body`. */
  ask<Kind extends Question>(kind: Kind, body: Body<Kind>, version: DocumentVersion, asking?: Asking): Promise<Outcome<Kind>>;
  /** Opens the port before anything is asked. */
  warmUp(): void;
  close(): void;
}

interface Waiting {
  readonly settle: (reply: Reply) => void;
  readonly crash: () => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const answers: { readonly [Kind in Question]: (reply: ReplyBody) => ReplyTo<Kind> | undefined } = {
  texts: (reply) => (reply.kind === 'taken' ? reply : undefined),
  findings: (reply) => (reply.kind === 'found' ? reply : undefined),
  analyse: (reply) => (reply.kind === 'analysed' ? reply : undefined),
  scenarios: (reply) => (reply.kind === 'scenarios' ? reply : undefined),
  properties: (reply) => (reply.kind === 'properties' ? reply : undefined),
  settle: (reply) => (reply.kind === 'settled' ? reply : undefined),
  whatIf: (reply) => (reply.kind === 'whatIf' ? reply : undefined),
  examples: (reply) => (reply.kind === 'examples' ? reply : undefined),
  curve: (reply) => (reply.kind === 'curve' ? reply : undefined),
  complete: (reply) => (reply.kind === 'completions' ? reply : undefined),
  hover: (reply) => (reply.kind === 'hover' ? reply : undefined),
  definition: (reply) => (reply.kind === 'places' ? reply : undefined),
  references: (reply) => (reply.kind === 'places' ? reply : undefined),
  rename: (reply) => (reply.kind === 'rename' ? reply : undefined),
  format: (reply) => (reply.kind === 'formatted' ? reply : undefined),
  build: (reply) => (reply.kind === 'built' ? reply : undefined),
  annual: (reply) => (reply.kind === 'annual' ? reply : undefined),
  annualText: (reply) => (reply.kind === 'annualText' ? reply : undefined),
  compare: (reply) => (reply.kind === 'compared' ? reply : undefined),
  review: (reply) => (reply.kind === 'reviewed' ? reply : undefined),
  causes: (reply) => (reply.kind === 'caused' ? reply : undefined),
  sheets: (reply) => (reply.kind === 'sheets' ? reply : undefined),
  manual: (reply) => (reply.kind === 'manual' ? reply : undefined),
  clauses: (reply) => (reply.kind === 'clauses' ? reply : undefined),
  sentence: (reply) => (reply.kind === 'sentence' ? reply : undefined),
  reached: (reply) => (reply.kind === 'reached' ? reply : undefined),
  nudge: (reply) => (reply.kind === 'nudge' ? reply : undefined),
  signoff: (reply) => (reply.kind === 'signoff' ? reply : undefined),
  cellEdit: (reply) => (reply.kind === 'cellsEdited' ? reply : undefined),
  tableActions: (reply) => (reply.kind === 'tableActions' ? reply : undefined),
};

/**
 * Asks the worker and waits for its answer. When the worker dies, everything asked is answered `crashed` and a new one is opened;
 * `onRestart` lets the owner send the texts again.
 */
export function createClient(open: OpenPort, onRestart: () => void): Client {
  const waiting = new Map<RequestId, Waiting>();
  let nextId = 1;
  let port: Port | undefined;

  const receive = (reply: Reply): void => {
    const one = waiting.get(reply.id);
    if (!one) return;
    if (reply.kind === 'progress') one.onProgress?.(reply.progress);
    else {
      waiting.delete(reply.id);
      one.settle(reply);
    }
  };
  const crashed = (): void => {
    port?.close();
    port = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const one of all) one.crash();
    onRestart();
  };
  const connected = (): Port => {
    port ??= open(receive, crashed);
    return port;
  };

  return {
    ask: <Kind extends Question>(kind: Kind, body: Body<Kind>, version: DocumentVersion, asking: Asking = {}) =>
      new Promise<Outcome<Kind>>((resolve) => {
        const id = nextId++;
        waiting.set(id, {
          onProgress: asking.onProgress,
          crash: () => resolve({ ok: false, why: 'crashed' }),
          settle: (reply) => {
            if (reply.kind === 'unserved') return resolve({ ok: false, why: 'unserved', problem: reply.problem });
            const answer = answers[kind](reply);
            resolve(answer ? { ok: true, version: reply.version, reply: answer } : { ok: false, why: 'cancelled' });
          },
        });
        asking.signal?.addEventListener('abort', () => {
          if (waiting.has(id)) connected().post({ kind: 'cancel', target: id, id: nextId++, version });
        });
        connected().post({ ...body, id, version });
      }),
    warmUp: () => void connected(),
    close: () => {
      port?.close();
      port = undefined;
    },
  };
}

/** The real worker of the page. */
export const openLanguageWorker: OpenPort = (onReply, onCrash) => {
  const worker = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module', name: 'yice-language' });
  const receive = createReceiver();
  worker.addEventListener('message', (event: MessageEvent<Sent>) => onReply(receive(event.data)));
  worker.addEventListener('error', onCrash);
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
};
