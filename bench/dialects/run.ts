// Asks the tools themselves about real code, and compares each function.
//   npm run bench:dialects -- --peers FOLDER --repos FOLDER[,FOLDER] [--crates FOLDER] [--packages FOLDER[,FOLDER]] [--rca PROGRAM] [--only radon,clippy] [--out FILE]
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, compare } from './compare.ts';
import { sonarjs } from './javascript-peers.ts';
import { pythonPeers } from './python-peers.ts';
import { renderComparison } from './render-comparison.ts';
import { clippy, rustCodeAnalysis } from './rust-peers.ts';
import type { Peer } from './told.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    repos: { type: 'string' },
    crates: { type: 'string' },
    packages: { type: 'string' },
    rca: { type: 'string', default: 'rust-code-analysis-cli' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});
if (!values.peers) {
  process.stderr.write('usage: bench:dialects --peers FOLDER [--repos FOLDER,…] [--crates FOLDER] [--out FILE]\n');
  process.exit(2);
}
const folder = resolve(values.peers);
const only = values.only?.split(',') ?? null;
const wanted = ({ dialect }: Peer): boolean => only === null || only.includes(dialect);
const foldersOf = (list: string | undefined): string[] => list?.split(',').map((path) => resolve(path)) ?? [];
const repositories = foldersOf(values.repos);
const packages = foldersOf(values.packages);
const crates = values.crates
  ? readdirSync(values.crates)
      .sort()
      .map((name) => resolve(join(values.crates!, name)))
  : [];

const readersOf = (): Peer[] =>
  [...pythonPeers(folder), rustCodeAnalysis(values.rca, folder)].filter((peer): peer is Peer => peer !== null);
const results: Compared[] = [];
const unasked: string[] = [];
const versions = new Map<string, string>();
for (const [peers, roots] of [
  [repositories.length > 0 ? readersOf() : [], repositories],
  [crates.length > 0 ? [clippy(folder)] : [], crates],
  [packages.length > 0 ? [sonarjs(folder)] : [], packages],
] as const)
  for (const peer of peers.filter(wanted)) {
    versions.set(peer.dialect, peer.version);
    for (const root of roots) {
      await askOne(peer, root);
      if (values.out) writeFileSync(values.out, renderComparison(results, versions, unasked));
    }
  }

async function askOne(peer: Peer, root: string): Promise<void> {
  const where = root.split('/').slice(-2).join('/');
  try {
    const result = compare(peer.dialect, root, where, peer.ask(root));
    if (result.functions === 0) return;
    results.push(result);
    process.stdout.write(`${peer.dialect} ${where}: ${result.equal} of ${result.functions} equal\n`);
  } catch (error) {
    unasked.push(`${peer.dialect} ${where}: ${(error as Error).message.split('\n')[0]}`);
    process.stdout.write(`${unasked.at(-1)}\n`);
  }
  // Native trees are only freed when the event loop turns.
  await new Promise((done) => setImmediate(done));
}
