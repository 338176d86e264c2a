import type { EditorServices } from '../editor/services.ts';
import { analysis } from '../store/analysis.ts';
import { preferences } from '../store/preferences.ts';
import { workspace } from '../store/workspace.ts';
import type { Body, Client, Question, ReplyTo } from '../worker/client.ts';
import type { TextRange } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import type { Texts } from './texts.ts';

/** What the editor may ask, answered by the worker and the stores. */
export function createServices(client: Client, texts: Texts, open: (range: TextRange) => void): EditorServices {
  const ask = async <Kind extends Question>(kind: Kind, body: Body<Kind>): Promise<ReplyTo<Kind> | undefined> => {
    const { version } = workspace.getState();
    texts.push();
    const outcome = await client.ask(kind, body, version);
    // Offsets of an older text would point at the wrong letters.
    return outcome.ok && workspace.getState().version === version ? outcome.reply : undefined;
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
    hover: async (at) => (await ask('hover', { kind: 'hover', at }))?.hover,
    definition: async (at) => (await ask('definition', { kind: 'definition', at }))?.places ?? [],
    references: async (at) => (await ask('references', { kind: 'references', at }))?.places ?? [],
    rename: async (at, to) => (await ask('rename', { kind: 'rename', at, ...(to === undefined ? {} : { to }) })) ?? { edits: [] },
    tableActions: async (at) => (await ask('tableActions', { kind: 'tableActions', at }))?.actions ?? [],
    format: async (file) => (await ask('format', { kind: 'format', file }))?.text,
    colours: (file) => found()?.colours[file] ?? [],
    folds: (file) => found()?.folds[file] ?? [],
    outline: (file) => found()?.outlines[file] ?? [],
    diagnostics: () => found()?.diagnostics ?? [],
    language: () => preferences.getState().language,
    isCurrent: () => analysis.getState().version === workspace.getState().version,
    whenComposed,
    open,
    onChange: (listener) => {
      const stops = [
        analysis.subscribe((now, before) => {
          if (now.analysis !== before.analysis) listener();
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
