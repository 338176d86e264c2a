import { workspace } from '../store/workspace.ts';
import type { Body, Client, Outcome, Question } from '../worker/client.ts';
import { whenComposed } from './composition.ts';
import type { Texts } from './texts.ts';

const composed = (): Promise<void> => new Promise((resolve) => whenComposed(resolve));

/**
 * Asks about the texts until the answer is about the texts as they are: what was pressed is not lost because something was typed, or changed
 * elsewhere, before the answer came. Undefined when `meant` says that the newer texts are no longer what was asked about.
 */
export async function askNow<Kind extends Question>(
  client: Client,
  texts: Texts,
  kind: Kind,
  body: Body<Kind>,
  meant: () => boolean = () => true,
): Promise<Outcome<Kind> | undefined> {
  for (;;) {
    const { version } = workspace.getState();
    texts.push();
    const outcome = await client.ask(kind, body, version);
    // What an input method is composing is not in the texts yet.
    await composed();
    if (!outcome.ok || workspace.getState().version === version) return outcome;
    if (!meant()) return undefined;
  }
}
