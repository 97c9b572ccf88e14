// Which crates inherit the lints of their workspace, asked of cargo for many generated workspaces at once.
//   npx tsx bench/gate/batches.ts [--workspaces N] [--seed N] [--batch N]
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceLints } from '../../analyzers/workspace-lints/index.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import { generateWorkspace } from './generate-workspace.ts';

/**
 * A driver takes every crate of a batch in by its path: cargo then resolves each from its own workspace and hands rustc its lint levels.
 * A wrapper writes down what rustc is handed and leaves empty metadata behind, so that a batch costs one run of cargo and no compilation.
 * What cargo says of membership is `run.ts`'s question.
 */
const { values } = parseArgs({
  options: {
    workspaces: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '10' },
  },
});
const [count, first, size] = [values.workspaces, values.seed, values.batch].map(Number) as [number, number, number];

const home = mkdtempSync(join(tmpdir(), 'gate-batches-'));
const log = join(home, 'flags.log');
const wrapper = join(home, 'wrapper.sh');
writeFileSync(
  wrapper,
  `#!/bin/sh
case " $* " in *" --crate-name ___ "*|*" -vV "*|*" --version "*) exec "$@";; esac
printf '%s\\n' "$*" >> "${log}"
while [ $# -gt 0 ]; do
  case "$1" in
    --crate-name) name=$2;;
    --out-dir) out=$2;;
    -C) case "$2" in extra-filename=*) extra=\${2#extra-filename=};; esac;;
  esac
  shift
done
: > "$out/lib$name$extra.rmeta"
printf '%s:\\n' "$out/$name$extra.d" > "$out/$name$extra.d"
`,
);
chmodSync(wrapper, 0o755);

/** A workspace that cargo refuses for its READMEs would end the whole batch. */
const isRefused = (files: Readonly<Record<string, string>>): boolean =>
  !/^readme = (?:true|")/m.test(files['Cargo.toml']!.slice(files['Cargo.toml']!.indexOf('[workspace.package]'))) &&
  Object.values(files).some((text) => text.includes('readme.workspace = true'));

/** Names are told apart by the seed: one graph holds all crates of a batch. */
const renamed = (text: string, seed: number): string =>
  text
    .replace(/^name = "(\w+)"/gm, `name = "$1_s${seed}"`)
    .replace(/^(\w+) = \{ path = /gm, (_, name: string) => `${name}_s${seed} = { path = `);

const totals = { workspaces: 0, skipped: 0, crates: 0, runs: 0 };
const wrong: string[] = [];
let seed = first;
while (totals.workspaces < count) {
  const batch: Written[] = [];
  rmSync(join(home, 'batch'), { recursive: true, force: true });
  while (batch.length < size && totals.workspaces + batch.length < count) {
    const files = generateWorkspace(seed);
    if (isRefused(files)) totals.skipped += 1;
    else batch.push(write(files, seed));
    seed += 1;
  }
  await judge(batch);
  totals.workspaces += batch.length;
}
rmSync(home, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({ ...totals, seeds: [first, seed - 1], disagreements: wrong.length })}\n${wrong.slice(0, 20).join('\n')}\n`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;

interface Written {
  readonly root: string;
  /** Name -> folder. */
  readonly names: ReadonlyMap<string, string>;
}

function write(files: Readonly<Record<string, string>>, own: number): Written {
  const root = join(home, 'batch', `w${own}`);
  const names = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const said = path.endsWith('Cargo.toml') ? renamed(text, own) : text;
    writeFileSync(join(root, path), said);
    const name = /^\[package\][\s\S]*?^name = "(\w+)"/m.exec(said)?.[1];
    if (path.endsWith('Cargo.toml') && name !== undefined) names.set(name, dirname(path));
  }
  return { root, names };
}

async function judge(batch: readonly Written[]): Promise<void> {
  const driver = join(home, 'batch', 'driver');
  mkdirSync(join(driver, 'src'), { recursive: true });
  const rows = batch.flatMap(({ root, names }) =>
    [...names].map(([name, dir]) => `${name} = { path = ${JSON.stringify(join(root, dir))} }\n`),
  );
  writeFileSync(
    join(driver, 'Cargo.toml'),
    `[package]\nname = "driver"\nversion = "0.1.0"\nedition = "2021"\n\n[workspace]\n\n[dependencies]\n${rows.join('')}`,
  );
  writeFileSync(join(driver, 'src/lib.rs'), '');
  writeFileSync(log, '');
  const checked = spawnSync('cargo', ['check', '--offline', '-q'], {
    cwd: driver,
    encoding: 'utf8',
    env: { ...process.env, CARGO_TARGET_DIR: join(home, 'batch/target'), RUSTC_WRAPPER: wrapper },
  });
  totals.runs += 1;
  if (checked.status !== 0) {
    wrong.push(`cargo ended with ${checked.status}: ${checked.stderr.slice(0, 400)}`);
    return;
  }
  const flags = new Map(
    readFileSync(log, 'utf8')
      .split('\n')
      .map((line) => [/--crate-name (\S+)/.exec(line)?.[1] ?? '', line.includes('--deny=unsafe_code')] as const),
  );
  for (const { root } of batch) await compare(root, flags);
}

async function compare(root: string, flags: ReadonlyMap<string, boolean>): Promise<void> {
  const options = { root, config: DEFAULT_CONFIG, today: '2026-01-01', facts: [], history: false as const, workers: 0 };
  const { view } = await openWorkspace({ ...options, cacheDir: null });
  const { findings } = workspaceLints.run(view);
  const lacking = new Set(findings.filter(({ rule }) => rule === 'lints-not-inherited').map(({ symbol }) => symbol));
  for (const { name, cargoRoot } of view.manifests.crates) {
    totals.crates += 1;
    const ours = cargoRoot === '' && !lacking.has(name);
    const theirs = flags.get(name);
    if (ours !== theirs) wrong.push(`${root} ${name}: ${ours} here, ${theirs} by cargo`);
  }
}
