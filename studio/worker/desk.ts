import {
  addressedRules,
  clausesOf,
  completeAt,
  createCompiler,
  createSheetMemory,
  definitionAt,
  editSheet,
  format,
  hoverAt,
  knownOf,
  referencesAt,
  renameAt,
  runProperties,
  Stopped,
  tableActions,
} from '../../language/index.ts';
import { createAnalysis } from './analysis-of.ts';
import { readAnnual, writeAnnual } from './annual.ts';
import { buildFolder } from './building.ts';
import { createNudging, reached, scenariosOf } from './checking.ts';
import { createComparing } from './comparing.ts';
import { curveOf } from './curve.ts';
import { keywordPages, manualPages } from './manual-pages.ts';
import { propertyOutcome } from './outcomes.ts';
import type { DocumentVersion, Progress, Reply, ReplyBody, Request, RequestId, TextRange } from './protocol.ts';
import type { Urgency } from './queue.ts';
import { createQueue } from './queue.ts';
import type { Reading } from './reading.ts';
import { createTexts, readTexts } from './reading.ts';
import { createRepaired } from './repaired.ts';
import type { Pace } from './reviewing.ts';
import { findCauses, reviewPatients } from './reviewing.ts';
import { sentencePlan } from './sentences.ts';
import { signingOf } from './signing.ts';
import { settleStream } from './streams.ts';
import { examplesOf, whatIf } from './what-if.ts';

/** Takes requests one after the other, the urgent before the long; a long one lets cancellations and what is urgent through between its slices. */
export interface Desk {
  take(request: Request): void;
}

const UNSERVED = {
  zh: '这一步没有做成, 文本没有变。再做一次; 仍然如此就刷新页面, 内容都在。',
  en: 'This step was not completed and the text is unchanged. Do it again; if it stays so, reload the page: nothing is lost.',
};
const NOTHING_YET = {
  zh: '现在的文本还没有一项能算的政策。先处理待办里的错误。',
  en: 'No policy of this text can be settled yet. See to the errors in the to-do list.',
};
const SETTLING = { zh: '逐名结算', en: 'Settling' };
const SEARCHING = { zh: '找原因', en: 'Looking for causes' };
const COMPARING = { zh: '对每名患者各算两遍', en: 'Settling each patient twice' };
const NOTICING = { zh: '找最先察觉的患者', en: 'Looking for who notices first' };
const NO_SYMBOLS = { declarations: [], references: [], replacements: [] };

export function createDesk(post: (reply: Reply) => void): Desk {
  const texts = createTexts();
  /** Tried texts have a memory of their own, so that going back to the text itself costs nothing. */
  const trials = createCompiler();
  /** What the yearly change would write, tried after every decision. */
  const drafts = createCompiler();
  const sheets = createSheetMemory();
  const comparing = createComparing();
  const nudge = createNudging();
  const cancelled = new Set<RequestId>();
  let reading: Reading | undefined;
  /** The version of the texts held. A question can come before the texts it was asked about: it is answered on these, and says so. */
  let held: DocumentVersion = -1;
  /** By policy, the last reading that could settle it, for while the text cannot. */
  const settleable = new Map<string, Reading>();
  const repaired = createRepaired();
  const analysisOf = createAnalysis(repaired);

  const state = () => texts.state(reading?.compiled.symbols ?? NO_SYMBOLS);
  const trees = () => [...texts.files().values()].map(({ tree }) => tree);
  const ranges = (spans: readonly { readonly file: string; readonly start: number; readonly end: number }[]): readonly TextRange[] =>
    spans.map(({ file, start, end }) => ({ file, start, end }));
  const sheetsOfFile = (file: string) => sheets.sheets(file, texts.text(file) ?? '', texts.files);
  const current = async (): Promise<Reading> => {
    if (reading?.version !== held) {
      reading = await readTexts(texts.compiler, texts.workspace(), texts.files(), held);
      if (reading.loaded) for (const { name } of reading.compiled.built.policies) settleable.set(name, reading);
    }
    return reading;
  };
  /** Where names stand in the texts held, not in those of the last check: an edit made by older places would hit other letters. */
  const named = async () => texts.state((await current()).compiled.symbols);
  /** What a stream is settled with: a tried text, the text itself, or the last one that could be settled. */
  const settling = async (policy: string, instead: Parameters<typeof texts.workspace>[0]): Promise<Reading | undefined> => {
    if (instead !== undefined) return readTexts(trials, texts.workspace(instead), texts.files(), held);
    const now = await current();
    return now.compiled.built.policies.some(({ name }) => name === policy) ? now : (settleable.get(policy) ?? now);
  };

  /** The bundles as they are now, for a question that takes long: texts may change between its slices, and its answer is about one text. */
  const bundlesNow = async (): Promise<(policy: string) => Reading> => {
    const now = await current();
    const before = new Map(settleable);
    return (policy) => (now.compiled.built.policies.some(({ name }) => name === policy) ? now : (before.get(policy) ?? now));
  };

  const serve = async (request: Request): Promise<ReplyBody> => {
    switch (request.kind) {
      case 'texts':
        texts.take(request.files, request.documents, request.removed);
        held = request.version;
        return { kind: 'taken' };
      case 'findings': {
        const { diagnostics } = texts.compiler.check(texts.workspace());
        return { kind: 'found', diagnostics: repaired(diagnostics, texts.files()) };
      }
      case 'analyse': {
        const began = performance.now();
        const now = await current();
        return { kind: 'analysed', ...analysisOf(now), tookMs: Math.round(performance.now() - began) };
      }
      case 'scenarios': {
        const now = await current();
        return { kind: 'scenarios', scenarios: scenariosOf(now) };
      }
      case 'properties': {
        const now = await current();
        if (!now.loaded) return { kind: 'unserved', problem: NOTHING_YET };
        const results = await runProperties(now.compiled.built, now.loaded, {
          runs: request.runs,
          seed: request.seed,
          only: ({ policy, title }) => policy === request.policy && title === request.title,
          cancelled: () => cancelled.has(request.id),
          onProgress: () => queue.breath(),
        });
        return { kind: 'properties', properties: results.map(propertyOutcome) };
      }
      case 'settle': {
        const now = await settling(request.policy, request.instead);
        if (!now?.loaded) return { kind: 'unserved', problem: NOTHING_YET };
        return { kind: 'settled', settlement: { ...settleStream(now.loaded, request), textVersion: now.version } };
      }
      case 'curve': {
        const now = await settling(request.policy, request.instead);
        if (!now?.loaded) return { kind: 'unserved', problem: NOTHING_YET };
        return { kind: 'curve', curve: curveOf(now.loaded, request) };
      }
      case 'whatIf': {
        const now = await settling(request.policy, request.instead);
        if (!now?.loaded) return { kind: 'unserved', problem: NOTHING_YET };
        return { kind: 'whatIf', changed: whatIf(now.loaded, request) };
      }
      case 'examples': {
        const now = await settling(request.policy, undefined);
        return { kind: 'examples', examples: now?.loaded ? examplesOf(now.loaded, request.policy) : [] };
      }
      case 'complete': {
        const { items, replace } = completeAt(state(), request.at, request.language);
        return { kind: 'completions', items, replace };
      }
      case 'hover': {
        const hover = hoverAt(await named(), request.at, manualPages());
        return hover ? { kind: 'hover', hover } : { kind: 'hover' };
      }
      case 'definition':
        return { kind: 'places', places: ranges(definitionAt(await named(), request.at)) };
      case 'references':
        return { kind: 'places', places: ranges(referencesAt(await named(), request.at)) };
      case 'rename':
        return { kind: 'rename', ...renameAt(await named(), request.at, request.to) };
      case 'format': {
        const text = texts.files().get(request.file)?.text ?? '';
        const laid = format(text, request.lang);
        const whole = laid.diagnostics.every(({ severity }) => severity !== 'error');
        return { kind: 'formatted', file: request.file, text: laid.text, changed: laid.changed, whole };
      }
      case 'build':
        return { kind: 'built', build: await buildFolder(texts.workspace(), request.folder, held) };
      case 'review': {
        const [now, readingOf] = [await current(), await bundlesNow()];
        const reviewed = await reviewPatients((policy) => readingOf(policy).loaded, request.patients, paceOf(request, SETTLING));
        const digest = await now.digest();
        return { kind: 'reviewed', reviewed, ...(digest === undefined ? {} : { digest }) };
      }
      case 'causes': {
        const readingOf = await bundlesNow();
        return {
          kind: 'caused',
          ...(await findCauses((policy) => readingOf(policy).loaded, request.patients, paceOf(request, SEARCHING))),
        };
      }
      case 'sheets':
        return { kind: 'sheets', sheets: sheetsOfFile(request.file) };
      case 'cellEdit':
        return { kind: 'cellsEdited', edited: editSheet(sheetsOfFile(request.file), request.change, () => knownOf(trees())) };
      case 'tableActions': {
        // Findings of an older text would repair other rows.
        const diagnostics = reading?.version === held ? reading.compiled.diagnostics : [];
        const ground = { diagnostics, addressed: addressedRules(trees()) };
        return { kind: 'tableActions', actions: tableActions(sheetsOfFile(request.at.file), request.at.offset, ground) };
      }
      case 'manual':
        return { kind: 'manual', pages: keywordPages() };
      case 'clauses': {
        const document = texts.workspace().documents.find(({ path }) => path === request.document);
        return document ? { kind: 'clauses', clauses: clausesOf(trees(), document) } : { kind: 'clauses' };
      }
      case 'sentence':
        return { kind: 'sentence', plan: sentencePlan(trees(), (file) => texts.files().get(file)?.text ?? '', request) };
      case 'annual': {
        const annual = readAnnual(texts.compiler, texts.workspace(), request);
        return annual ? { kind: 'annual', annual } : { kind: 'annual' };
      }
      case 'annualText':
        return { kind: 'annualText', ...(await writeAnnual(drafts, texts.workspace(), request)) };
      case 'compare': {
        const what = request.part === 'witnesses' ? NOTICING : COMPARING;
        const readingOf = await bundlesNow();
        try {
          const compared = await comparing.compare(request, async (policy) => readingOf(policy), {
            cancelled: () => cancelled.has(request.id),
            onProgress: (done, total) => {
              progress(request, { done, total, what });
              return queue.breath();
            },
          });
          return compared ? { kind: 'compared', compared } : { kind: 'unserved', problem: NOTHING_YET };
        } catch (thrown) {
          if (thrown instanceof Stopped) return { kind: 'cancelled' };
          throw thrown;
        }
      }
      case 'reached':
        return reached(request, await current());
      case 'nudge':
        return nudge(request, await current());
      case 'signoff':
        return signingOf(texts.compiler, texts.workspace(), request);
      case 'cancel':
        return { kind: 'cancelled' };
    }
  };
  const paceOf = (request: Request, what: Progress['what']): Pace => ({
    step: async (done, total) => {
      progress(request, { done, total, what });
      await queue.breath();
      return !cancelled.has(request.id);
    },
  });
  const progress = (request: Request, of: Progress): void =>
    post({ id: request.id, version: request.version, kind: 'progress', progress: of });

  const answer = async (request: Request): Promise<ReplyBody> => {
    try {
      return cancelled.has(request.id) ? { kind: 'cancelled' } : await serve(request);
    } catch (thrown) {
      // For whoever reports it; the person is told what to do.
      console.error(thrown);
      return { kind: 'unserved', problem: UNSERVED };
    }
  };
  const queue = createQueue<Request>(
    async (request) => {
      // What takes long is about the texts as they were when it began.
      const began = held;
      const body = await answer(request);
      post({ id: request.id, version: body.kind === 'taken' ? held : began, ...body });
      cancelled.delete(request.id);
    },
    ({ kind }) => URGENCY[kind] ?? 'soon',
  );

  return {
    take: (request) => {
      if (request.kind === 'cancel') cancelled.add(request.target);
      else queue.put(request);
    },
  };
}

/** What is not `soon`. Whoever asks where a name stands needs the names of this text, so that waits for the check. */
const URGENCY: Partial<Readonly<Record<Request['kind'], Urgency>>> = {
  texts: 'now',
  complete: 'now',
  format: 'now',
  sheets: 'now',
  cellEdit: 'now',
  manual: 'now',
  clauses: 'now',
  sentence: 'now',
  scenarios: 'later',
  properties: 'later',
  build: 'later',
  review: 'later',
  causes: 'later',
  compare: 'later',
  reached: 'later',
  nudge: 'later',
  signoff: 'later',
};
