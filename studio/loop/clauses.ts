import { analysis } from '../store/analysis.ts';
import { clauses } from '../store/clauses.ts';
import { selection } from '../store/selection.ts';
import { workspace } from '../store/workspace.ts';
import type { SentencePlan, SentenceTask } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import { addFiles, applyEdits, ask, openDocument, removeFile } from './loop.ts';

/** Keeps the account of one document up to date, after every analysis, while it is on the page. Returns the way to stop. */
export function watchClauses(document: string): () => void {
  let stopped = false;
  const look = async (): Promise<void> => {
    const outcome = await ask('clauses', { kind: 'clauses', document });
    if (!outcome.ok) return;
    whenComposed(() => {
      if (!stopped && outcome.version === workspace.getState().version) clauses.setState({ found: outcome.reply.clauses });
    });
  };
  const stop = analysis.subscribe((now, before) => {
    if (now.analysis !== before.analysis) void look();
  });
  if (clauses.getState().found?.path !== document) clauses.setState({ found: undefined });
  void look();
  return () => {
    stopped = true;
    stop();
  };
}

/** The edits that a task needs; undefined when the text has moved on meanwhile. */
export async function planSentence(document: string, sentence: string, task: SentenceTask): Promise<SentencePlan | undefined> {
  const outcome = await ask('sentence', { kind: 'sentence', document, sentence, task });
  return outcome.ok && outcome.version === workspace.getState().version ? outcome.reply.plan : undefined;
}

/** Writes what was planned. What comes back is the way to undo it. */
export async function writePlan(plan: Extract<SentencePlan, { readonly ok: true }>): Promise<() => void> {
  const { edits, file } = plan;
  if (file) await addFiles([file]);
  if (edits.length > 0) await applyEdits(edits);
  // The places that were selected have moved.
  selection.setState({ rule: undefined });
  const document = await openDocument();
  return () => {
    for (const path of new Set(edits.map(({ span }) => span.file))) document.undo(path);
    if (file) removeFile(file.path);
  };
}
