// Leaves only the declarations that the three entries of the package lead to: two thousand more describe what nobody outside can import.
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ENTRIES = ['src/library/index.d.ts', 'analyzers/index.d.ts', 'codemods/index.d.ts'];

/** `from './x.ts'`, `import('./x.ts')`, `import './x.ts'`. */
const LEADS_TO = /(?:\bfrom|\bimport\s*\(?)\s*["'](\.{1,2}\/[^"']+)\.ts["']/g;

const reached = new Set();
const queue = ENTRIES.map((entry) => join(DIST, entry));
for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
  if (reached.has(file)) continue;
  reached.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(LEADS_TO))
    queue.push(`${resolve(dirname(file), path).replace(/\.d$/, '')}.d.ts`);
}

prune(DIST);

function prune(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path);
    else if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
