import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { listenToKeys } from './commands/keyboard.ts';
import { startLoop, warmUp } from './loop/loop.ts';
import { keepRoute } from './loop/route.ts';
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
  keepDevice();
  listenToKeys();

  const { keepTexts } = await import('./storage/keeping.ts');
  await keepTexts(() => {
    keepRoute();
    startLoop();
  });
}

void start();
