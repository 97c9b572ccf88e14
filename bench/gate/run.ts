// Holds what the checks read of manifests against what cargo makes of them, over generated workspaces.
//   npm run bench:gate -- [--workspaces N] [--seed N] [--out FILE]
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { crateReadme } from '../../analyzers/readmes/readme-of.ts';
import { workspaceLints } from '../../analyzers/workspace-lints/index.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import type { View } from '../../src/workspace/view.ts';
import { generateWorkspace } from './generate-workspace.ts';

const { values } = parseArgs({
  options: {
    workspaces: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const count = Number(values.workspaces);
const first = Number(values.seed);

const home = mkdtempSync(join(tmpdir(), 'gate-'));
const wrapper = join(home, 'wrapper.sh');
const log = join(home, 'flags.log');
writeFileSync(wrapper, `#!/bin/sh\nprintf '%s\\n' "$*" >> "${log}"\nexec "$@"\n`);
chmodSync(wrapper, 0o755);

const totals = { workspaces: 0, crates: 0, refused: 0, manifests: 0, lints: 0, readmes: 0 };
const wrong: string[] = [];
for (let seed = first; seed < first + count; seed++) {
  const root = join(home, 'workspace');
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(generateWorkspace(seed))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const metadata = cargo(root, ['metadata', '--no-deps', '--format-version', '1', '--offline']);
  totals.workspaces += 1;
  if (metadata.status !== 0) {
    totals.refused += 1;
    continue;
  }
  const { view } = await openWorkspace({
    root,
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
  });
  compareReadmes(view, root, metadata.stdout, seed);
  compareLints(view, root, seed);
}
rmSync(home, { recursive: true, force: true });
const version = spawnSync('cargo', ['--version'], { encoding: 'utf8' }).stdout.trim();
const table = [
  '# What the gate reads of manifests, held against cargo',
  '',
  `${version}; seeds ${first} to ${first + count - 1} of \`bench/gate\`; ${totals.workspaces} workspaces, ${totals.refused} of them refused by cargo itself.`,
  '',
  '| question | oracle | asked | disagreements |',
  '| --- | --- | ---: | ---: |',
  `| which crates are members, and which inherit the lints | the flags that a RUSTC_WORKSPACE_WRAPPER sees | ${totals.crates} | ${wrong.filter((one) => one.includes(' lints ')).length} |`,
  `| where the README of a crate is | \`cargo metadata\` | ${totals.manifests} | ${wrong.filter((one) => one.includes(' readme ')).length} |`,
  '',
].join('\n');
if (values.out) writeFileSync(values.out, table);
process.stdout.write(`${table}${wrong.slice(0, 20).join('\n')}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;

function cargo(root: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return spawnSync('cargo', [...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, CARGO_TARGET_DIR: join(home, 'target'), ...more },
  });
}

interface Package {
  readonly name: string;
  readonly readme: string | null;
  readonly manifest_path: string;
}

function compareReadmes(view: View, root: string, output: string, seed: number): void {
  for (const { name, readme, manifest_path } of (JSON.parse(output) as { readonly packages: readonly Package[] })
    .packages) {
    totals.manifests += 1;
    const crate = view.manifests.crates.find(({ manifest }) => manifest === relative(root, manifest_path));
    const found = crate ? crateReadme(view, crate) : null;
    const ours =
      found === null ? 'no such crate' : 'path' in found ? found.path : found.kind === 'none' ? null : found.kind;
    const theirs = readme === null ? null : relative(root, join(dirname(manifest_path), readme));
    // What leads out of the workspace is unknown here, and a path there.
    if (ours !== theirs && !(ours === 'unknown' && theirs?.startsWith('..')))
      wrong.push(`seed ${seed} readme ${name}: ${JSON.stringify(ours)} here, ${JSON.stringify(theirs)} by cargo`);
  }
}

function compareLints(view: View, root: string, seed: number): void {
  writeFileSync(log, '');
  rmSync(join(home, 'target'), { recursive: true, force: true });
  const checked = cargo(root, ['check', '--workspace', '--offline', '-q'], { RUSTC_WORKSPACE_WRAPPER: wrapper });
  if (checked.status !== 0) {
    wrong.push(`seed ${seed} lints cargo check ended with ${checked.status}: ${checked.stderr.slice(0, 200)}`);
    return;
  }
  const flags = new Map<string, boolean>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const name = /--crate-name (\S+)/.exec(line)?.[1];
    if (name !== undefined && name !== '___') flags.set(name, line.includes('--deny=unsafe_code'));
  }
  const { findings } = workspaceLints.run(view);
  const lacking = new Set(findings.filter(({ rule }) => rule === 'lints-not-inherited').map(({ symbol }) => symbol));
  for (const { name, cargoRoot } of view.manifests.crates) {
    totals.crates += 1;
    const ours = cargoRoot !== '' ? 'no member' : lacking.has(name) ? 'not inherited' : 'inherited';
    const theirs = !flags.has(name) ? 'no member' : flags.get(name) ? 'inherited' : 'not inherited';
    if (ours !== theirs) wrong.push(`seed ${seed} lints ${name}: ${ours} here, ${theirs} by cargo`);
  }
}
