import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rung } from '../../core/evidence.ts';
import { runProgram } from '../../process/run-program.ts';
import { formatProblem } from '../prove/rust/api/rustdoc-json.ts';
import { MIR_FLAGS } from '../prove/rust/wrappers.ts';

/** Why a rung that reads unstable output of rustc or rustdoc cannot be reached here. Compiles one empty source, in a temporary folder. */
export async function probeRustRungs(signal: AbortSignal): Promise<Partial<Record<Rung, string>>> {
  if (process.platform === 'win32') {
    const why = 'its compiler wrappers are shell scripts';
    return { A: why, M: why };
  }
  const folder = await mkdtemp(join(tmpdir(), 'omni-refactor-probe-'));
  const run = (...command: string[]) =>
    runProgram({ command, cwd: folder, signal, input: '', env: PROBE, timeoutMs: 60_000 });
  try {
    const mir = await run('rustc', '-', '--crate-type=lib', ...MIR_FLAGS);
    const api = await run('rustdoc', '-', '--crate-name=probe', '--output-format=json', '-Zunstable-options');
    return { ...why('A', refusal(api) ?? (await problemOf(join(folder, 'doc')))), ...why('M', refusal(mir)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PROBE = { RUSTC_BOOTSTRAP: '1', RUSTUP_AUTO_INSTALL: '0' };

const why = (rung: Rung, problem: string | null): Partial<Record<Rung, string>> =>
  problem === null ? {} : { [rung]: problem };

const refusal = ({ exitCode, stderr }: { exitCode: number | null; stderr: string }): string | null =>
  exitCode === 0 ? null : `RUSTC_BOOTSTRAP does not help: ${stderr.trim().split('\n')[0] ?? 'it fails'}`;

async function problemOf(folder: string): Promise<string | null> {
  const file = (await readdir(folder)).find((name) => name.endsWith('.json'));
  if (file === undefined) return 'rustdoc wrote no JSON';
  const { format_version } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { format_version: number };
  return formatProblem(format_version);
}
