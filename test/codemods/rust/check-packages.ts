import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readMessages } from '../../../src/engine/prove/rust/read-messages.ts';

export interface Checked {
  readonly messages: readonly string[];
  readonly success: boolean;
  readonly stderr: string;
  /** Runs a further cargo command in the same workspace. */
  readonly cargo: (...args: string[]) => SpawnSyncReturns<string>;
}

/** Puts packages into one workspace, lets cargo check all of their targets in one run, and hands the result on. */
export function checkPackages<T>(
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
  read: (checked: Checked) => T,
): T {
  const root = mkdtempSync(join(tmpdir(), 'rust-cases-'));
  try {
    for (const [name, files] of Object.entries(packages))
      for (const [path, text] of Object.entries(files)) {
        const to = join(root, name, path);
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, text.replace(/^name = .*$/m, path === 'Cargo.toml' ? `name = "${name}"` : '$&'));
      }
    const members = JSON.stringify(Object.keys(packages));
    writeFileSync(join(root, 'Cargo.toml'), `[workspace]\nresolver = "2"\nmembers = ${members}\n`);
    const env = { ...process.env, CARGO_TARGET_DIR: join(root, 'target'), CARGO_INCREMENTAL: '0' };
    const cargo = (...args: string[]): SpawnSyncReturns<string> =>
      spawnSync('cargo', args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 << 20 });
    const result = cargo('check', '--all-targets', '--offline', '--keep-going', '--message-format=json');
    const { messages, success } = readMessages(result.stdout);
    const told = messages.map(({ manifest, message }) => `${manifest.slice(root.length)} ${message.message}`);
    return read({ messages: told, success, stderr: result.stderr, cargo });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
