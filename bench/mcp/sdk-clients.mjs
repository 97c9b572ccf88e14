// The same servers by the clients of both SDKs, which are installed for this alone.
//   node bench/mcp/sdk-clients.mjs
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leftProcesses, prepareServers } from './prepare.mjs';

const VERSIONS = { v2: '@modelcontextprotocol/client@2.4.0', v1: '@modelcontextprotocol/sdk@1.32.2' };
const folder = mkdtempSync(join(tmpdir(), 'mcp-sdks-'));
writeFileSync(join(folder, 'package.json'), '{"private":true}');
execFileSync(
  'npm',
  ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', ...Object.values(VERSIONS)],
  {
    cwd: folder,
  },
);
const script = fileURLToPath(new URL('./sdk-client.mjs', import.meta.url));

function run(which, { command, call }) {
  const args = call ? JSON.stringify({ name: call.tool, arguments: call.arguments }) : '-';
  const mark = randomUUID();
  const ran = spawnSync(process.execPath, [script, which, args, ...command], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 40_000,
    env: { ...process.env, OMNI_REFACTOR_PROBE: mark },
  });
  // What ends with its input needs a moment to.
  spawnSync('sleep', ['1']);
  const left = leftProcesses(mark);
  for (const pid of left) process.kill(Number(pid), 'SIGKILL');
  if (ran.stdout === '') return 'no end within 40 s';
  const { failed, errors, close } = JSON.parse(ran.stdout);
  return [
    failed ?? (errors.length > 0 ? `onerror: ${[...new Set(errors)].join(', ')}` : 'no error'),
    ...(close >= 1 ? [`close ${close} s`] : []),
    ...(left.length > 0 ? [`**${left.length} left**`] : []),
  ].join('; ');
}

for (const server of prepareServers()) {
  const cells = [`${server.language} ${server.name}`, ...Object.keys(VERSIONS).map((which) => run(which, server))];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
