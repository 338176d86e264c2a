import type { Diagnostic, Fix, TextEdit, Words } from '../../language/diagnostics/diagnostic.ts';
import type { RuleDocument } from '../editor/document.ts';
import type { EditorAction, MountedEditor } from '../editor/mounted.ts';
import { analysis } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import { preferences } from '../store/preferences.ts';
import { selection } from '../store/selection.ts';
import { currentPatient, simulation } from '../store/simulation.ts';
import { tell } from '../store/told.ts';
import { withoutFile, withText, workspace } from '../store/workspace.ts';
import type { Asking, Body, Client, OpenPort, Outcome, Question } from '../worker/client.ts';
import { createClient, openLanguageWorker } from '../worker/client.ts';
import type { BuildResult, CurveQuestion, Settlement, Stream, TextFile, TextRange } from '../worker/protocol.ts';
import type { Analysing } from './analysing.ts';
import { createAnalysing } from './analysing.ts';
import { watchComposition } from './composition.ts';
import { keepPolicyChosen } from './default-policy.ts';
import { layOut } from './laying-out.ts';
import { foundNow, isFound, sameFix } from './repairing.ts';
import { createServices } from './serving.ts';
import type { Settling } from './settling.ts';
import { createSettling, linkDays } from './settling.ts';
import type { Simulating } from './simulating.ts';
import { createSimulating } from './simulating.ts';
import type { Texts } from './texts.ts';
import { createTexts } from './texts.ts';

/**
 * The one place that joins editor, worker and stores. Edits go round: the document changes → the workspace store follows → the worker is
 * asked → its findings come into the stores → the views show them. Views ask for edits here; nobody else sets a text.
 */
interface Running {
  readonly client: Client;
  readonly texts: Texts;
  readonly analysing: Analysing;
  readonly settling: Settling;
}

let running: Running | undefined;
let library: Promise<typeof import('../editor/document.ts')> | undefined;
let opening: Promise<RuleDocument> | undefined;
let document: RuleDocument | undefined;
let editor: MountedEditor | undefined;
const attending = new Set<() => void>();
/** What is asked after the findings were asked for. */
const followers = new Set<() => void>();
/** Set while the store follows the document, so that the document does not follow the store in turn. */
let following = false;
/** A place to show as soon as the editor has its file open. */
let wanted: { readonly range: TextRange; readonly focus: boolean } | undefined;

const need = (): Running => {
  running ??= begin(openLanguageWorker);
  return running;
};

function begin(open: OpenPort): Running {
  const client = createClient(open, () => {
    texts.forget();
    analysing.look();
  });
  const texts = createTexts(client);
  const settling = createSettling(client);
  const analysing = createAnalysing(
    client,
    texts,
    () => settling.look(),
    () => {
      for (const listener of followers) listener();
    },
  );
  return { client, texts, analysing, settling };
}

/** Calls back whenever the findings of a text have been asked for: what is asked then is answered after them. Returns the way to stop. */
export function afterFindings(ask: () => void): () => void {
  followers.add(ask);
  return () => followers.delete(ask);
}

/** Lets the worker load while the page does. */
export const warmUp = (): void => need().client.warmUp();

/** Starts the ring over the workspace as restored. A test gives its own port. */
export function startLoop(open: OpenPort = openLanguageWorker): void {
  running ??= begin(open);
  const { analysing, settling } = running;
  watchComposition(globalThis.window);
  linkDays();
  keepPolicyChosen();
  workspace.subscribe((now, before) => {
    if (now.version === before.version) return;
    if (!following) document?.sync(Object.values(now.files));
    analysing.look();
  });
  simulation.subscribe((now, before) => {
    const patient = currentPatient(now);
    if (patient !== currentPatient(before) || now.knownOn !== before.knownOn || now.suppose !== before.suppose) settling.look();
  });
  analysing.look();
}

/** The editor library, its words before it; once. */
function loadEditor() {
  library ??= (async () => {
    const { loadEditorWords } = await import('../editor/words.ts');
    await loadEditorWords(preferences.getState().language);
    return import('../editor/document.ts');
  })();
  return library;
}

/** Asks for the editor library before a screen does: it is large, and the texts come meanwhile. */
export const prepareEditor = (): void => void loadEditor().catch(() => undefined);

/** Loads the editor library and opens the texts in it; once. */
export function openDocument(): Promise<RuleDocument> {
  opening ??= (async () => {
    const { createDocument } = await loadEditor();
    const opened = createDocument(createServices(need().client, need().texts, reveal, formatFile), (path, text) => {
      following = true;
      workspace.setState((state) => withText(state, path, text));
      following = false;
    });
    opened.sync(Object.values(workspace.getState().files));
    document = opened;
    return opened;
  })();
  return opening;
}

/** The editor on the page, while it is there. */
export const attachEditor = (mounted: MountedEditor | undefined): void => {
  editor = mounted;
  for (const listener of attending) listener();
};
/** Calls back when the editor comes onto the page, and when it leaves. Returns the way to stop. */
export function onEditor(listener: () => void): () => void {
  attending.add(listener);
  return () => attending.delete(listener);
}
export const attachedEditor = (): MountedEditor | undefined => editor;
/** Lets the editor do something at its caret, e.g. rename. */
export const act = (action: EditorAction): void => editor?.act(action);

/** Makes edits, as one step of undo. */
export async function applyEdits(edits: readonly TextEdit[]): Promise<void> {
  (await openDocument()).apply(edits);
}

/** Makes the repair of a finding; when the text has changed since it was found, where the same is found now. */
export async function applyFix(fix: Fix): Promise<void> {
  const opened = await openDocument();
  const asShown = isFound();
  const now = asShown || !(await foundNow()) ? undefined : sameFix(fix, analysis.getState().findings ?? []);
  if (asShown) opened.apply(fix.edits);
  else if (now) opened.apply(now.edits);
  else tell(MOVED_ON);
}

const MOVED_ON: Words = { zh: '文本刚变过，这一处已经不是这样', en: 'The text has just changed; it is no longer so here' };

/** Replaces a text by another, undoably; begins the file when there is none. */
export async function rewriteFile(path: string, text: string): Promise<void> {
  await openDocument();
  workspace.setState((state) => withText(state, path, text));
}

/** Adds files to the workspace; those of the same path are replaced, undoably. */
export async function addFiles(files: readonly TextFile[]): Promise<void> {
  await openDocument();
  workspace.setState((state) =>
    files.reduce((now, { path, text }) => withText(now, path.normalize('NFC'), text.replace(/\r\n?/g, '\n')), state),
  );
}

/** Takes a file out of the workspace; what comes back is the way to undo it. */
export function removeFile(path: string): () => void {
  const file = workspace.getState().files[path];
  workspace.setState((state) => withoutFile(state, path));
  return () => {
    if (file) workspace.setState((state) => ({ ...state, version: state.version + 1, files: { ...state.files, [path]: file } }));
  };
}

/** Shows a range of rule text in the write view, selected. */
export function reveal(range: TextRange): void {
  workspace.setState({ openFile: range.file });
  layout.setState((state) => ({ view: 'write', overlay: undefined, textOpen: true, reveals: state.reveals + 1 }));
  selection.setState({ rule: range });
  wanted = { range, focus: true };
  // The editor may only now be coming onto the page, which takes some frames; it is not waited for forever.
  const attempt = (left: number): void => {
    if (!wanted || editor?.reveal(wanted.range, wanted.focus)) wanted = undefined;
    else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
  };
  void openDocument().then(() => attempt(FRAMES_TO_WAIT));
}

const FRAMES_TO_WAIT = 600;

/** The place of a finding. */
export const revealFinding = (finding: Diagnostic): void => {
  const span = finding.labels[0]?.span;
  if (span) reveal({ file: span.file, start: span.start, end: span.end });
};

/** The client, once the worker has the texts as they are now. */
const asked = (): Client => {
  need().texts.push();
  return need().client;
};

/** Asks the worker about the texts as they are now. */
export const ask = <Kind extends Question>(kind: Kind, body: Body<Kind>, asking?: Asking): Promise<Outcome<Kind>> =>
  asked().ask(kind, body, workspace.getState().version, asking);

/** Lays out a text in the canonical way; `lang` also translates its keywords. */
export async function formatFile(file: string, lang?: 'zh' | 'en'): Promise<void> {
  const opened = await openDocument();
  await layOut(need().client, need().texts, opened, file, lang);
}

/** Makes the bundle of a folder from the text as it is now. */
export async function build(folder: string): Promise<BuildResult | undefined> {
  const outcome = await asked().ask('build', { kind: 'build', folder }, workspace.getState().version);
  return outcome.ok ? outcome.reply.build : undefined;
}

/** Settles any stream beside the one on the desk: a comparison, a try with another text. */
export async function settleBeside(stream: Stream): Promise<Settlement | undefined> {
  const outcome = await need().client.ask('settle', { kind: 'settle', ...stream }, workspace.getState().version);
  return outcome.ok ? outcome.reply.settlement : undefined;
}

/** Asks for the cost curve of the visit on the desk; it arrives in the simulation store. */
export const askCurve = (question: CurveQuestion): Promise<void> => need().settling.curve(question);

/** What the simulate view asks besides: examples to begin with, and one circumstance changed at a time. */
export const simulating = (): Simulating => createSimulating(need().client, () => workspace.getState().version);

/** Settles the desk by the text as it is this moment, before anything else is found out about it: one value was changed, and the eye is on its result. */
export function settleFirst(): void {
  need().texts.push();
  need().settling.look();
}

/** Settles the desk again. */
export const settleAgain = (): void => need().settling.look();
