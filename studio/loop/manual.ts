import { layout } from '../store/layout.ts';
import { manual } from '../store/manual.ts';
import { whenComposed } from './composition.ts';
import { ask } from './loop.ts';

/** Fetches the keyword pages; once. */
export async function loadManual(): Promise<void> {
  if (manual.getState().pages.length > 0) return;
  const outcome = await ask('manual', { kind: 'manual' });
  if (outcome.ok) whenComposed(() => manual.setState({ pages: outcome.reply.pages }));
}

/** Opens the page of a keyword. */
export function openWord(id: string): void {
  manual.setState({ shown: id });
  layout.setState({ overlay: 'word' });
}
