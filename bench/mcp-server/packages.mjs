// What the bench runs the server against, in a folder of its own: v1 of the SDK alone brings about ninety packages, which no user of this
// tool should have to install, nor its CI.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PACKAGES = {
  '@modelcontextprotocol/client': '2.4.0',
  '@modelcontextprotocol/server': '2.4.0',
  '@modelcontextprotocol/sdk': '1.32.2',
  '@modelcontextprotocol/conformance': '0.1.16',
};

/** Installs them below `work` once. Returns the folder that holds `node_modules`. */
export function install(work) {
  const folder = join(work, 'packages');
  mkdirSync(folder, { recursive: true });
  if (existsSync(join(folder, 'node_modules/@modelcontextprotocol/conformance'))) return folder;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  );
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  return folder;
}
