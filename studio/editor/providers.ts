import { registerActions } from './actions.ts';
import { keepColours } from './colours.ts';
import { registerCompletion } from './completion.ts';
import { registerFolding } from './folding.ts';
import { registerHover } from './hover.ts';
import { keepMarkers } from './markers.ts';
import { registerNavigation } from './navigation.ts';
import { registerOutline } from './outline.ts';
import { registerRename } from './rename.ts';
import type { EditorServices } from './services.ts';

/** Everything the editor can do with the language, one file each. */
export function registerProviders(services: EditorServices): void {
  keepColours(services);
  registerCompletion(services);
  registerHover(services);
  registerNavigation(services);
  registerRename(services);
  registerFolding(services);
  registerOutline(services);
  registerActions(services);
  keepMarkers(services);
}
