// node time-growth.js ROUNDS FOLDER : user CPU of a cold `hotspots` on the sources of a folder and on ten copies of them, in interleaved rounds.
// Each copy of a file has a comment of its own at its end: no two contents are equal.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { grammarOf } from '../../src/languages/language.ts';
import { type Cost, measureCommand, median } from './measure-command.ts';

const TIMES = 10;
const MANIFESTS = new Set(['Cargo.toml', 'pyproject.toml', 'package.json']);

const [rounds, folder] = process.argv.slice(2) as [string, string];
const root = mkdtempSync(join(tmpdir(), 'omni-growth-'));
const cli = join(import.meta.dirname, '../../src/cli/main.js');

try {
  const once = join(root, 'once');
  const tenfold = join(root, 'tenfold');
  const bytes = copySources(folder, join(once, 'copy-0'), 0);
  for (let copy = 0; copy < TIMES; copy++) copySources(folder, join(tenfold, `copy-${copy}`), copy);
  const costs = { once: [] as Cost[], tenfold: [] as Cost[] };
  for (let round = 0; round < Number(rounds); round++) {
    costs.once.push(measureCommand(hotspotsOf(once)));
    costs.tenfold.push(measureCommand(hotspotsOf(tenfold)));
  }
  const of = (size: keyof typeof costs, column: keyof Cost): number => median(costs[size].map((cost) => cost[column]));
  process.stdout.write(
    `${JSON.stringify({
      bytes,
      once: { user: of('once', 'user'), peak: of('once', 'peak') },
      tenfold: { user: of('tenfold', 'user'), peak: of('tenfold', 'peak') },
      ratio: of('tenfold', 'user') / of('once', 'user'),
    })}\n`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

function hotspotsOf(workspace: string): string[] {
  return [process.execPath, cli, 'hotspots', '--root', workspace, '--json', '--no-cache'];
}

/** Returns how many bytes of source there are. */
function copySources(from: string, to: string, copy: number): number {
  let bytes = 0;
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const path = join(from, name);
    const grammar = grammarOf(name);
    if ((grammar === null && !MANIFESTS.has(basename(name))) || name.includes('node_modules')) continue;
    if (!statSync(path).isFile()) continue;
    const content = readFileSync(path);
    const sign = grammar === 'python' ? '#' : '//';
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(
      join(to, name),
      grammar === null ? content : Buffer.concat([content, Buffer.from(`\n${sign} ${copy}\n`)]),
    );
    if (grammar !== null) bytes += content.length;
  }
  return bytes;
}
