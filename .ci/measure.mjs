import { runAside } from './aside.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, orEnd } from './install.mjs';

orEnd(() => {
  ensureInstalled();
  ensureBuilt('studio');
});
process.env.CHROME_PATH = ensureChromium();
await runAside('measure');
