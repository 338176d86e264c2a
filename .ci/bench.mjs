import { runAside } from './aside.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
await runAside('bench');
