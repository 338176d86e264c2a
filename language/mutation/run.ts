/**
 * Each nudge made, the policy compiled again and its scenarios run: what none of them notices is a number that anybody could get wrong
 * unseen. In slices, so that the caller can show progress and stop; the order is that of the text, so the same text gives the same list.
 */

import type { BundleFile, LoadedBundle } from '../../runtime/index.ts';
import { loadUnverified } from '../../runtime/index.ts';
import type { Model } from '../model/types.ts';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import type { NudgedPlace } from './nudges.ts';

/** What compiling a nudged text gives, as far as nudging needs it. */
export interface Compiling {
  readonly compile: (workspace: Workspace, folder: string) => Promise<{ readonly built: Model; readonly file?: BundleFile }>;
  /** The title of the first of the policy's scenarios that does not hold. */
  readonly differing: (built: Model, loaded: LoadedBundle, policy: string) => string | undefined;
}

/** One change and what became of it. */
export interface Nudge {
  readonly written: string;
  /**
   * noticed: a scenario differs · refused: the text no longer checks, which the author is told · unnoticed: every scenario holds as before.
   */
  readonly outcome: 'noticed' | 'refused' | 'unnoticed';
  /** The scenario that noticed it. */
  readonly by?: string;
}

export interface NudgeResult {
  readonly place: NudgedPlace;
  readonly nudges: readonly Nudge[];
}

export interface NudgeReport {
  readonly results: readonly NudgeResult[];
  /** Places of the policy; more than `results` when it was stopped. */
  readonly places: number;
  readonly stopped: boolean;
}

export interface NudgeOptions {
  readonly policy: string;
  /** Folder or file whose policies are built. */
  readonly folder: string;
  /** After each place; awaiting it lets the caller do other work. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void | Promise<void>;
  readonly cancelled?: () => boolean;
}

/** Nudges every place in turn. Scenarios that differ already before any nudge cannot notice one: the caller says so first. */
export async function runNudges(
  workspace: Workspace,
  places: readonly NudgedPlace[],
  compiling: Compiling,
  options: NudgeOptions,
): Promise<NudgeReport> {
  const { policy, folder, onProgress, cancelled = () => false } = options;
  const results: NudgeResult[] = [];
  const tryOne = async (place: NudgedPlace, written: string): Promise<Nudge> => {
    const { built, file } = await compiling.compile(withNudge(workspace, place, written), folder);
    if (!file || !built.policies.some(({ name }) => name === policy)) return { written, outcome: 'refused' };
    const by = compiling.differing(built, loadUnverified(file, written), policy);
    return by === undefined ? { written, outcome: 'unnoticed' } : { written, outcome: 'noticed', by };
  };
  for (const place of places) {
    if (cancelled()) return { results, places: places.length, stopped: true };
    const nudges: Nudge[] = [];
    for (const alike of place.instead) {
      for (const written of alike) nudges.push(await tryOne(place, written));
      // What goes unnoticed coarsely goes unnoticed finely.
      if (nudges.some(({ outcome }) => outcome === 'unnoticed')) break;
    }
    results.push({ place, nudges });
    await onProgress?.({ done: results.length, of: places.length });
  }
  return { results, places: places.length, stopped: false };
}

/** The workspace with one place written otherwise; all other files stay the same objects, so that nothing of them is checked again. */
function withNudge(workspace: Workspace, { span }: NudgedPlace, written: string): Workspace {
  const changed = (file: SourceFile): SourceFile =>
    file.path === span.file ? { path: file.path, text: `${file.text.slice(0, span.start)}${written}${file.text.slice(span.end)}` } : file;
  return { files: workspace.files.map(changed), documents: workspace.documents };
}
