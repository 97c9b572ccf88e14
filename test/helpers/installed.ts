import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tools of other projects that some tests run; exact, without install scripts. */
const PACKAGES = ['prettier@3.6.2', 'eslint@9.39.1', 'typescript@5.9.3'];

/** A node_modules with them, installed once per machine and set of versions. */
export function installedPackages(): string {
  const home = join(tmpdir(), `omni-packages-${PACKAGES.join('-').replace(/[^\w.-]/g, '-')}`);
  if (existsSync(home)) return join(home, 'node_modules');
  const made = mkdtempSync(`${home}-`);
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, 'package.json'), '{"private":true}');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...flags, ...PACKAGES], { cwd: made, stdio: 'ignore' });
  try {
    renameSync(made, home);
  } catch {
    // Another test file was first.
    rmSync(made, { recursive: true, force: true });
  }
  return join(home, 'node_modules');
}
