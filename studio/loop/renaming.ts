import type { TextEdit, Words } from '../../language/diagnostics/diagnostic.ts';
import { workspace } from '../store/workspace.ts';
import type { Position } from '../worker/protocol.ts';
import { applyEdits, ask, settleFirst } from './loop.ts';

/** What another name would change, everywhere; nothing is changed by asking. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
  /** Paths of the texts that change, that of the name itself first. */
  readonly files: readonly string[];
  readonly problem?: Words;
}

/** Looks where a name stands and whether another one can take its place. Undefined when the text moved on meanwhile. */
export async function planRename(at: Position, to: string): Promise<Renaming | undefined> {
  const outcome = await ask('rename', { kind: 'rename', at, to });
  if (!outcome.ok || outcome.version !== workspace.getState().version) return undefined;
  const { edits, problem } = outcome.reply;
  const files = [...new Set(edits.map(({ span }) => span.file))].toSorted((a, b) => Number(b === at.file) - Number(a === at.file));
  return { edits, files, ...(problem ? { problem } : {}) };
}

/** Says what was renamed. */
export const renamedWords = (name: string, to: string, places: number): Words => ({
  zh: `改名：${name} → ${to}，${places} 处`,
  en: `Renamed: ${name} → ${to}, ${places} ${places === 1 ? 'place' : 'places'}`,
});

/** Renames everywhere, as one step of undo; false when the text moved on since it was looked at. */
export async function rename(at: Position, to: string): Promise<boolean> {
  const plan = await planRename(at, to);
  if (!plan || plan.problem || plan.edits.length === 0) return false;
  await applyEdits(plan.edits);
  settleFirst();
  return true;
}
