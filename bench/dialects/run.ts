// Asks the tools themselves about real code, and compares each function.
//   npm run bench:dialects -- --peers FOLDER --repos FOLDER[,FOLDER] [--crates FOLDER] [--rca PROGRAM] [--only radon,clippy] [--out FILE]
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, compare } from './compare.ts';
import { pythonPeers } from './python-peers.ts';
import { renderComparison } from './render-comparison.ts';
import { clippy, rustCodeAnalysis } from './rust-peers.ts';
import type { Peer } from './told.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    repos: { type: 'string' },
    crates: { type: 'string' },
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
const repositories = values.repos?.split(',').map((path) => resolve(path)) ?? [];
const crates = values.crates
  ? readdirSync(values.crates)
      .sort()
      .map((name) => resolve(join(values.crates!, name)))
  : [];

const readers = [...pythonPeers(folder), rustCodeAnalysis(values.rca, folder)].filter(
  (peer): peer is Peer => peer !== null,
);
const results: Compared[] = [];
const unasked: string[] = [];
const versions = new Map<string, string>();
for (const [peers, roots] of [
  [readers, repositories],
  [[clippy(folder)], crates],
] as const)
  for (const peer of peers.filter(wanted)) {
    versions.set(peer.dialect, peer.version);
    for (const root of roots) {
      await askOne(peer, root);
      if (values.out) writeFileSync(values.out, renderComparison(results, versions, unasked));
    }
  }

async function askOne(peer: Peer, root: string): Promise<void> {
  const where = basename(root);
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
