import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, say } from './install.mjs';
import { KIND_EXAMPLES, plan } from './scaffold.mjs';

const [kind, name] = process.argv.slice(2);
const planned = plan(kind, name);
if (!planned) {
  process.stderr.write(`npm run new <…>:\n${KIND_EXAMPLES.map((example) => `  ${example}`).join('\n')}\n`);
  process.exit(2);
}

// A catalogue that is there gets one more entry; anything else that is there is somebody's work.
const isCatalogue = kind === 'diagnostic';
const taken = Object.keys(planned.files).filter((path) => !isCatalogue && existsSync(join(ROOT, path)));
if (taken.length > 0) {
  say(`已经有 ${taken.join('、')}`, `there is already ${taken.join(', ')}`);
  process.exit(1);
}
for (const [path, text] of Object.entries(planned.files)) {
  const place = join(ROOT, path);
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) writeFileSync(place, text);
  else if (!readFileSync(place, 'utf8').includes(`code: '${name}'`)) appendFileSync(place, text.slice(text.indexOf('\n/**')));
  else {
    say(`“${name}” 已经有了`, `“${name}” is there already`);
    process.exit(1);
  }
  process.stdout.write(`${path}\n`);
}
process.stdout.write(`→ ${planned.next}\n`);
