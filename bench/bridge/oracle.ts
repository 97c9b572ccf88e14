// What the reader says of compiled modules, held against the modules themselves.
//   npx tsx bench/bridge/oracle.ts --pyo3 0.30.1 [--out FOLDER] [--target FOLDER]
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBridges } from '../../analyzers/bridge/find-bridges.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import { compareModules, type Told } from './compare-modules.ts';
import { readForms, writeCrates } from './write-forms.ts';

const { values } = parseArgs({
  options: {
    pyo3: { type: 'string', default: '0.30.1' },
    out: { type: 'string' },
    target: { type: 'string' },
  },
});
const version = values.pyo3;
const out = values.out ?? mkdtempSync(join(tmpdir(), 'bridge-forms-'));
mkdirSync(out, { recursive: true });
const target = values.target ?? join(out, 'target');

const run = (command: string, args: readonly string[], cwd: string): string => {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, CARGO_TARGET_DIR: target },
  });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stderr}`);
  return done.stdout;
};

const forms = readForms(join(import.meta.dirname, 'forms'), version);
writeCrates(out, forms, version);
run('cargo', ['build', '--quiet', '-p', 'forms'], out);
const built = join(out, 'built');
mkdirSync(built, { recursive: true });
copyFileSync(join(target, 'debug', 'libforms.so'), join(built, 'forms.so'));
const real = JSON.parse(run('python3', [join(import.meta.dirname, 'probe.py'), built, 'forms'], out)) as Told;

const { view } = await openWorkspace({
  root: out,
  config: { ...DEFAULT_CONFIG, exclude: ['target/**', 'built/**'] },
  today: '2026-01-01',
  facts: [],
  history: false,
  workers: 0,
  cacheDir: null,
});
const { bridges, unknown } = findBridges(view);
const [bridge] = bridges;
if (!bridge) throw new Error(`no bridge is found: ${JSON.stringify(unknown)}`);

const results = forms.map(({ id }) =>
  compareModules(id, real[id]?.[1] as Told, bridge.native.members.get(id)?.module ?? null),
);
for (const { id, wrong } of results) for (const line of wrong) process.stdout.write(`${id}: ${line}\n`);
const sum = (key: 'names' | 'signatures' | 'unknown'): number => results.reduce((total, one) => total + one[key], 0);
const wrong = results.filter((one) => one.wrong.length > 0).length;
process.stdout.write(
  `pyo3 ${version}: ${forms.length} forms, ${sum('names')} names and kinds, ${sum('signatures')} signatures, ${sum('unknown')} forms with names that are said to be unknown, ${wrong} forms wrong\n`,
);
