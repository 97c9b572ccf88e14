import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readMessages } from '../../../src/engine/prove/rust/read-messages.ts';
import { CASES, caseNames, readCase, readFolder } from './split-cases.ts';

const cargo = spawnSync('cargo', ['--version'], { encoding: 'utf8' });

/** Every case is a package of one workspace, before and after: the real compiler finds no error and no warning in any. */
it(`all cases compile without a warning, before and after (${cargo.stdout?.trim()})`, () => {
  const root = mkdtempSync(join(tmpdir(), 'rust-cases-'));
  try {
    const members: string[] = [];
    for (const name of caseNames()) {
      const { view, refusal } = readCase(name);
      if (refusal) continue;
      const before = Object.fromEntries(view.files.map(({ path }) => [path, view.text(path)]));
      const states = { before, after: { ...before, ...readFolder(join(CASES, name, 'after')) } };
      for (const [state, files] of Object.entries(states)) {
        members.push(`${name}-${state}`);
        for (const [path, text] of Object.entries(files)) {
          const to = join(root, `${name}-${state}`, path);
          mkdirSync(dirname(to), { recursive: true });
          writeFileSync(to, text.replace(/^name = .*$/m, path === 'Cargo.toml' ? `name = "${name}-${state}"` : '$&'));
        }
      }
    }
    expect(members.length).toBeGreaterThan(30);
    writeFileSync(join(root, 'Cargo.toml'), `[workspace]\nresolver = "2"\nmembers = ${JSON.stringify(members)}\n`);
    const env = { ...process.env, CARGO_TARGET_DIR: join(root, 'target'), CARGO_INCREMENTAL: '0' };
    const result = spawnSync(
      'cargo',
      ['check', '--all-targets', '--offline', '--keep-going', '--message-format=json'],
      {
        cwd: root,
        env,
        encoding: 'utf8',
        maxBuffer: 64 << 20,
      },
    );
    const { messages, success } = readMessages(result.stdout);
    expect(messages.map(({ manifest, message }) => `${manifest.slice(root.length)} ${message.message}`)).toEqual([]);
    expect(success, result.stderr).toBe(true);
    execFileSync('cargo', ['test', '--offline', '-q', '-p', 'tests-module-after'], { cwd: root, env, stdio: 'pipe' });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 120_000);
