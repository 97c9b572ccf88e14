import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVERS } from './expected.mjs';

const FOLDER = fileURLToPath(new URL('./servers/', import.meta.url));

/** Each server with the command that starts it; those of Rust are compiled by rustc alone. */
export function prepareServers(names = null) {
  const built = mkdtempSync(join(tmpdir(), 'mcp-bench-'));
  return SERVERS.filter(({ name }) => names === null || names.includes(name)).map((server) => ({
    ...server,
    command: commandOf(server, built),
  }));
}

function commandOf({ language, name }, built) {
  if (language === 'node') return [process.execPath, join(FOLDER, 'node', `${name}.mjs`)];
  if (language === 'python') return ['python3', '-B', join(FOLDER, 'python', `${name}.py`)];
  const binary = join(built, name);
  execFileSync('rustc', [
    '--edition',
    '2021',
    '-O',
    '-A',
    'warnings',
    '-o',
    binary,
    join(FOLDER, 'rust', `${name}.rs`),
  ]);
  return [binary];
}

/** Living processes that a probe started, by the mark in their environment. Linux alone. @param mark its value; all where there is none */
export function leftProcesses(mark = '') {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];
        return state !== 'Z' && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`OMNI_REFACTOR_PROBE=${mark}`);
      } catch {
        return false;
      }
    });
}
