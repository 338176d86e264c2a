import { addFiles } from '../loop/loop.ts';
import { originals } from '../loop/notices.ts';
import { incoming, sorted, verdictOf } from '../store/incoming.ts';
import { layout } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';

/** Opens a zip of a workspace. What would replace a text that is here asks first. */
export async function openArchive(file: { readonly name: string; readonly arrayBuffer: () => Promise<ArrayBuffer> }): Promise<void> {
  const { unpackArchive } = await import('../storage/archive.ts');
  const unpacked = unpackArchive(new Uint8Array(await file.arrayBuffer()));
  if (typeof unpacked === 'string') {
    incoming.setState({ name: file.name, texts: [], originals: [], problem: unpacked });
    layout.setState({ overlay: 'incoming' });
    return;
  }
  incoming.setState({ name: file.name, ...unpacked, problem: undefined });
  const verdict = verdictOf(sorted(unpacked.texts, workspace.getState().files));
  if (verdict !== 'ask') await takeArchive('all');
  if (verdict === 'same') incoming.setState({ name: file.name, texts: unpacked.texts, originals: [], problem: 'same' });
  if (verdict !== 'take') layout.setState({ overlay: 'incoming' });
}

/** Takes in what waits: all of it, or only what is not here yet. */
export async function takeArchive(which: 'all' | 'fresh'): Promise<void> {
  const { texts, originals: files } = incoming.getState();
  const { fresh, other } = sorted(texts, workspace.getState().files);
  await addFiles(which === 'all' ? [...fresh, ...other] : fresh);
  for (const [path, bytes] of files) await originals().put(path, bytes);
  incoming.setState(incoming.getInitialState(), true);
  layout.setState({ overlay: undefined });
}
