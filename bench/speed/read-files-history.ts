// node read-files-history.js FOLDER CACHE : the churn of files alone.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../src/git/open-repository.ts';
import { readHistory } from '../../src/git/read-history.ts';

const [folder, cache] = process.argv.slice(2) as [string, string];
mkdirSync(cache, { recursive: true });
const store = {
  read: (name: string) => (existsSync(join(cache, name)) ? readFileSync(join(cache, name)) : null),
  write: (name: string, bytes: Uint8Array) => writeFileSync(join(cache, name), bytes),
};
const opened = await openRepository(folder, new AbortController().signal);
if (opened.repository === null) throw new Error(`${folder} is not in a git repository`);
const history = (await readHistory(opened.repository, { store })).read();
process.stdout.write(`${history.status === 'ok' ? history.commits : history.status}\n`);
