import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runCommand } from '../corpus/run-command.ts';
import type { Peer, Told } from './told.ts';

/** rust-code-analysis as `cargo install --locked rust-code-analysis-cli` builds it; null where it does not start. */
export function rustCodeAnalysis(program: string, folder: string): Peer | null {
  let version: string;
  try {
    version = mustRun([program, '--version'], folder).trim();
  } catch {
    return null;
  }
  return { dialect: 'rust-code-analysis', version, ask: (root) => askRca(program, folder, root) };
}

interface Space {
  readonly name: string | null;
  readonly kind: string;
  readonly start_line: number;
  readonly spaces: readonly Space[];
  readonly metrics: { readonly cyclomatic: { readonly sum: number }; readonly cognitive: { readonly sum: number } };
}

const KINDS = new Set(['function', 'impl', 'trait', 'class']);

function askRca(program: string, folder: string, root: string): Told[] {
  const out = mkdtempSync(join(folder, 'rca-'));
  // One broken file ends the run; the others have been written by then or not at all, so that it is asked for one language at a time.
  for (const glob of ['*.rs', '*.py'])
    runCommand([program, '-m', '-O', 'json', '-I', glob, '-p', root, '-o', out], root);
  const told: Told[] = [];
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    const unit = JSON.parse(readFileSync(join(out, file), 'utf8')) as Space;
    const path = unit.name!;
    const open = [...unit.spaces];
    for (let space = open.pop(); space; space = open.pop()) {
      open.push(...space.spaces);
      if (!KINDS.has(space.kind)) continue;
      const own = (metric: 'cyclomatic' | 'cognitive'): number =>
        space!.spaces.reduce((rest, inner) => rest - inner.metrics[metric].sum, space!.metrics[metric].sum);
      const place = { path, line: space.start_line, name: space.name ?? '' };
      told.push({ ...place, metric: 'cyclomatic', value: own('cyclomatic') });
      if (path.endsWith('.rs')) told.push({ ...place, metric: 'cognitive', value: own('cognitive') });
    }
  }
  rmSync(out, { recursive: true });
  return told;
}

interface CargoMessage {
  readonly reason: string;
  readonly message?: {
    readonly message: string;
    readonly code: { readonly code: string } | null;
    readonly spans: readonly {
      readonly file_name: string;
      readonly line_start: number;
      readonly is_primary: boolean;
    }[];
  };
}

/** The clippy that comes with cargo, with a threshold of 0; the crate is built, its own build script included. */
export function clippy(folder: string): Peer {
  const config = join(folder, 'clippy-config');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'clippy.toml'), 'cognitive-complexity-threshold = 0\n');
  return {
    dialect: 'clippy',
    version: mustRun(['cargo', 'clippy', '--version'], folder).trim(),
    ask: (root) => askClippy(folder, config, root),
  };
}

function askClippy(folder: string, config: string, root: string): Told[] {
  const env = { CLIPPY_CONF_DIR: config, CARGO_TARGET_DIR: join(folder, 'target') };
  runCommand(['cargo', 'clean', '--package', packageOf(root)], root, env);
  const command = ['cargo', 'clippy', '--message-format=json', '--', '-Aclippy::all', '-Wclippy::cognitive_complexity'];
  const { stdout, exitCode, stderr } = runCommand(command, root, env);
  if (exitCode !== 0) throw new Error(`clippy cannot build ${root}: ${stderr.slice(-800)}`);
  const told: Told[] = [];
  for (const row of stdout.split('\n')) {
    if (row === '') continue;
    const { message } = JSON.parse(row) as CargoMessage;
    const value = /complexity of \((\d+)\/0\)/.exec(message?.message ?? '')?.[1];
    const span = message?.spans.find(({ is_primary }) => is_primary);
    if (value === undefined || !span) continue;
    const path = join(root, span.file_name);
    told.push({ path, line: span.line_start, name: '', metric: 'cognitive', value: Number(value) });
  }
  return told;
}

const packageOf = (root: string): string =>
  /^name\s*=\s*"([^"]+)"/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))![1]!;
