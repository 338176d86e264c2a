import type { Analysis, Reply } from './protocol.ts';

/**
 * Findings and analyses on their way from the worker to the page: what was in the ones sent before is not sent again, only where it stood there. Copying
 * what is known of every file would otherwise take longer than finding what changed.
 *
 * INVARIANT: both ends see the same analyses in the same order, because a port keeps the order and each worker has a port of its own.
 */
export type Sent = Exclude<Reply, { kind: 'analysed' | 'found' }> | (Pick<Reply, 'id' | 'version'> & (SentAnalysis | SentFindings));

/** Several parts that stood together in the list before: where they began, how many they are. */
type Run = readonly [from: number, many: number];
type SentList<Part> = readonly (Part | Run)[];
type SentFiles<Part> = Readonly<Record<string, Part | 'same'>>;

type Lists = 'diagnostics' | 'symbols' | 'policies' | 'citations';
type Files = 'outlines' | 'colours' | 'folds';

type SentAnalysis = { readonly kind: 'sentAnalysis' } & Omit<Analysis, Lists | Files> & {
    readonly [Key in Lists]: SentList<Analysis[Key][number]>;
  } & { readonly [Key in Files]: SentFiles<Analysis[Key][string]> };

interface SentFindings {
  readonly kind: 'sentFindings';
  readonly diagnostics: SentList<Analysis['diagnostics'][number]>;
}

/** The worker's end. */
export function createSender(): (reply: Reply) => Sent {
  let before: Analysis | undefined;
  let found: Analysis['diagnostics'] = [];
  const findings = (diagnostics: Analysis['diagnostics']): SentFindings['diagnostics'] => {
    const sent = sendList(diagnostics, found);
    found = diagnostics;
    return sent;
  };
  return (reply) => {
    if (reply.kind === 'found')
      return { kind: 'sentFindings', id: reply.id, version: reply.version, diagnostics: findings(reply.diagnostics) };
    if (reply.kind !== 'analysed') return reply;
    const was = before;
    before = reply;
    const { id, version, language, declared, tookMs } = reply;
    return {
      kind: 'sentAnalysis',
      id,
      version,
      language,
      declared,
      tookMs,
      diagnostics: findings(reply.diagnostics),
      symbols: sendList(reply.symbols, was?.symbols),
      policies: sendList(reply.policies, was?.policies),
      citations: sendList(reply.citations, was?.citations),
      outlines: sendFiles(reply.outlines, was?.outlines),
      colours: sendFiles(reply.colours, was?.colours),
      folds: sendFiles(reply.folds, was?.folds),
    };
  };
}

/** The page's end. */
export function createReceiver(): (sent: Sent) => Reply {
  let before: Analysis | undefined;
  let found: Analysis['diagnostics'] = [];
  const findings = (sent: SentFindings['diagnostics']): Analysis['diagnostics'] => {
    found = receiveList(sent, found);
    return found;
  };
  return (sent) => {
    if (sent.kind === 'sentFindings') return { kind: 'found', id: sent.id, version: sent.version, diagnostics: findings(sent.diagnostics) };
    if (sent.kind !== 'sentAnalysis') return sent;
    const { id, version, language, declared, tookMs } = sent;
    const analysis: Analysis = {
      language,
      declared,
      tookMs,
      diagnostics: findings(sent.diagnostics),
      symbols: receiveList(sent.symbols, before?.symbols),
      policies: receiveList(sent.policies, before?.policies),
      citations: receiveList(sent.citations, before?.citations),
      outlines: receiveFiles(sent.outlines, before?.outlines),
      colours: receiveFiles(sent.colours, before?.colours),
      folds: receiveFiles(sent.folds, before?.folds),
    };
    before = analysis;
    return { kind: 'analysed', id, version, ...analysis };
  };
}

function sendList<Part extends object>(list: readonly Part[], before: readonly Part[] = []): SentList<Part> {
  const stood = new Map(before.map((part, at) => [part, at] as const));
  const sent: (Part | [number, number])[] = [];
  for (const part of list) {
    const at = stood.get(part);
    const last = sent.at(-1);
    if (at === undefined) sent.push(part);
    else if (Array.isArray(last) && last[0] + last[1] === at) last[1] += 1;
    else sent.push([at, 1]);
  }
  return sent;
}

function receiveList<Part extends object>(sent: SentList<Part>, before: readonly Part[] = []): readonly Part[] {
  const [first] = sent;
  // All as it was is the same list: who draws it sees that nothing changed.
  if (sent.length === 1 && first && isRun(first) && first[0] === 0 && first[1] === before.length) return before;
  return sent.flatMap((one) => (isRun(one) ? before.slice(one[0], one[0] + one[1]) : [one]));
}

/** A part is an object with names, never a list. */
const isRun = (one: object): one is Run => Array.isArray(one);

const sendFiles = <Part>(files: Readonly<Record<string, Part>>, before: Readonly<Record<string, Part>> = {}): SentFiles<Part> =>
  Object.fromEntries(Object.entries(files).map(([path, part]) => [path, before[path] === part ? 'same' : part]));

const receiveFiles = <Part>(sent: SentFiles<Part>, before: Readonly<Record<string, Part>> = {}): Readonly<Record<string, Part>> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([path, part]) => {
      const own = part === 'same' ? before[path] : part;
      return own === undefined ? [] : [[path, own]];
    }),
  );
