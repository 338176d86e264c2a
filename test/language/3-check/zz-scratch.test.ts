import { readdirSync, readFileSync, statSync } from 'node:fs';
import { it } from 'vitest';
import { parse } from '/work/main/language/2-syntax/parse.ts';
import { check } from '/work/main/language/3-check/check.ts';
import { lower } from '/work/main/language/4-lower/lower.ts';

const root = '/work/main/policies/';
const walk = (d: string): string[] =>
  readdirSync(d).flatMap((n) => (statSync(d + '/' + n).isDirectory() ? walk(d + '/' + n) : [d + '/' + n]));
it('x', () => {
  const all = walk(root.slice(0, -1));
  const files = all
    .filter((f) => f.endsWith('.yice'))
    .map((f) => ({ path: f.slice(root.length), text: readFileSync(f, 'utf8').replaceAll('\n    + ', ' + ') }));
  const documents = all.filter((f) => f.endsWith('.txt')).map((f) => ({ path: f.slice(root.length), text: readFileSync(f, 'utf8') }));
  const trees = files.map(parse);
  const t0 = performance.now();
  const r = check({ files, documents }, trees);
  console.log('ms', performance.now() - t0);
  for (const d of r.diagnostics) {
    const s = d.labels[0]!.span;
    const t = files.find((f) => f.path === s.file)?.text ?? '';
    console.log(
      d.severity,
      d.code,
      d.what.zh,
      d.why.zh,
      s.file + ':' + t.slice(0, s.start).split('\n').length,
      JSON.stringify(t.slice(s.start, Math.min(s.end, s.start + 40))),
    );
  }
  const ir = lower(r.model, new Map(files.map((f) => [f.path, f.text])));
  console.log(
    JSON.stringify(ir).length,
    ir.policies.map((p) => [
      p.programs.length,
      p.programs.map((q) => [q.steps.length, q.postings, q.parameters.map((x) => x.address + (x.row ? '|' + x.row : ''))]),
    ]),
  );
  console.dir(
    ir.policies[1]!.programs[0]!.steps.slice(0, 14).map((x) => [x.address, x.type, JSON.stringify(x.value)]),
    { depth: 8, maxStringLength: 600 },
  );
  console.log(
    r.model.policies.map((p) => [p.name, p.versions.map((v) => v.id + ':' + v.definitions.length), p.points.map((x) => x.address)]),
    r.model.scenarios.length,
    r.model.properties.length,
    r.symbols.declarations.length,
    r.symbols.references.length,
  );
});
