import type { EditorServices } from '../editor/services.ts';
import { analysis } from '../store/analysis.ts';
import { preferences } from '../store/preferences.ts';
import { workspace } from '../store/workspace.ts';
import type { Body, Client, Question, ReplyTo } from '../worker/client.ts';
import type { Position, TextRange } from '../worker/protocol.ts';
import { afterPaint } from './after-paint.ts';
import { askNow } from './asking-now.ts';
import { whenComposed } from './composition.ts';
import { foundNow, isFound } from './repairing.ts';
import type { Texts } from './texts.ts';

/** What the editor may ask, answered by the worker and the stores. */
export function createServices(
  client: Client,
  texts: Texts,
  open: (range: TextRange) => void,
  layOut: (file: string) => Promise<void>,
): EditorServices {
  const ask = async <Kind extends Question>(kind: Kind, body: Body<Kind>, { file }: Position): Promise<ReplyTo<Kind> | undefined> => {
    const textNow = () => workspace.getState().files[file]?.text;
    const text = textNow();
    // An offset into an older text would point at the wrong letters; another text may change meanwhile.
    const outcome = await askNow(client, texts, kind, body, () => textNow() === text);
    return outcome?.ok ? outcome.reply : undefined;
  };
  const found = () => analysis.getState().analysis;
  return {
    complete: async (at) => {
      texts.push();
      // What could stand here stays true while more letters are typed; the editor narrows it down by itself.
      const outcome = await client.ask(
        'complete',
        { kind: 'complete', at, language: preferences.getState().language },
        workspace.getState().version,
      );
      return outcome.ok ? outcome.reply : undefined;
    },
    hover: async (at) => (await ask('hover', { kind: 'hover', at }, at))?.hover,
    definition: async (at) => (await ask('definition', { kind: 'definition', at }, at))?.places ?? [],
    references: async (at) => (await ask('references', { kind: 'references', at }, at))?.places ?? [],
    rename: async (at, to) => (await ask('rename', { kind: 'rename', at, ...(to === undefined ? {} : { to }) }, at)) ?? { edits: [] },
    tableActions: async (at) => (await ask('tableActions', { kind: 'tableActions', at }, at))?.actions ?? [],
    layOut,
    colours: (file) => found()?.colours[file] ?? [],
    folds: (file) => found()?.folds[file] ?? [],
    outline: (file) => found()?.outlines[file] ?? [],
    diagnostics: () => analysis.getState().findings ?? [],
    language: () => preferences.getState().language,
    isCurrent: () => analysis.getState().version === workspace.getState().version,
    isFound,
    foundNow,
    whenComposed,
    afterPaint,
    open,
    onChange: (listener) => {
      const stops = [
        analysis.subscribe((now, before) => {
          if (now.analysis !== before.analysis || now.findings !== before.findings) listener();
        }),
        preferences.subscribe((now, before) => {
          if (now.language !== before.language) listener();
        }),
      ];
      return () =>
        stops.forEach((stop) => {
          stop();
        });
    },
  };
}
