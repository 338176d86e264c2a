import { createRoot } from 'react-dom/client';
import { App, prepareScreen } from './App.tsx';
import { listenToKeys } from './commands/keyboard.ts';
import { prepareEditor, startLoop, warmUp } from './loop/loop.ts';
import { fragmentToPlace, keepRoute } from './loop/route.ts';
import { keepDevice, restoreDevice } from './storage/device.ts';
import { preferences } from './store/preferences.ts';
import { setLanguage } from './strings/strings.ts';

/** Paints the shell first; texts, worker and editor follow. */
async function start(): Promise<void> {
  restoreDevice();
  setLanguage(preferences.getState().language);
  preferences.subscribe(({ language }) => setLanguage(language));
  const element = document.getElementById('root');
  if (element) createRoot(element).render(<App />);
  warmUp();
  // A link to the text: screen and editor come beside the texts, not after them.
  const linked = fragmentToPlace(location.hash)?.view;
  if (linked) prepareScreen(linked);
  if (linked === 'write') prepareEditor();
  keepDevice();
  listenToKeys();

  const { keepTexts } = await import('./storage/keeping.ts');
  await keepTexts(() => {
    keepRoute();
    startLoop();
  });
}

void start();
