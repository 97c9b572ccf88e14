// npm run bench:mcp-server -- WORK [NODE]: measures `mcp` against the SDK's own start, and tries it with the official clients and the public
// conformance suite. WORK keeps packages and a copy of the bundled workspace. NODE is one of 22 or later, for the suite; default: this one.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runConformance } from './conformance.mjs';
import { install, PACKAGES } from './packages.mjs';
import { startRaw } from './raw-client.mjs';
import { trySdkClients } from './sdk-clients.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SERVER = join(PROJECT, 'dist/src/cli/main.js');
const BARE = fileURLToPath(new URL('./bare-server.mjs', import.meta.url));
const RUNS = 20;
const work = resolve(process.argv[2]);
const packages = install(work);
const workspace = join(work, 'workspace');

function prepare() {
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(PROJECT, 'demo/sample'), workspace, { recursive: true });
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b', ...args], { cwd: workspace });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'x');
  Object.assign(process.env, { OMNI_REFACTOR_STATE: join(work, 'state'), OMNI_REFACTOR_CACHE: join(work, 'cache') });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ours = () => startRaw(process.execPath, [SERVER, 'mcp', workspace]);

/** One after the other, in turns: both feel what the machine does beside. */
async function measureStart() {
  const times = { bare: [], ours: [], exit: [], busyExit: [] };
  const lists = new Set();
  for (let i = 0; i < RUNS; i += 1) {
    const bare = startRaw(process.execPath, [BARE, packages]);
    times.bare.push(await bare.initialize());
    await bare.end();
    const client = ours();
    times.ours.push(await client.initialize());
    lists.add(await client.request('tools/list'));
    times.exit.push((await client.end()).ms);
    times.busyExit.push(await measureBusyExit());
  }
  return { times, lists };
}

/** stdin ends while two calls compute. */
async function measureBusyExit() {
  const client = ours();
  await client.initialize();
  for (const name of ['check', 'hotspots']) void client.request('tools/call', { name, arguments: {} });
  await new Promise((done) => setTimeout(done, 700));
  return (await client.end()).ms;
}

const round = (ms) => Math.round(ms);
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

function render({ times, lists }, clients, scenarios) {
  const [bare, mine] = [median(times.bare), median(times.ours)];
  const timed = [
    ['first answer of the bare SDK (node, SDK, `initialize`), median', `${round(bare)} ms`, ''],
    ['first answer of `omni-refactor mcp`, median', `${round(mine)} ms`, ''],
    ['ratio', (mine / bare).toFixed(2), 'at most 1.50'],
    [
      'exit after the end of stdin, idle: median, longest',
      `${round(median(times.exit))}, ${round(Math.max(...times.exit))} ms`,
      'at most 100 ms',
    ],
    [
      'exit with two calls in flight: median, longest',
      `${round(median(times.busyExit))}, ${round(Math.max(...times.busyExit))} ms`,
      'at most 100 ms',
    ],
    [`different answers to \`tools/list\` in ${RUNS} runs`, lists.size, '1'],
    ['bytes of `tools/list`', [...lists][0].length, ''],
  ];
  const versions = Object.entries(PACKAGES).map(([name, version]) => `${name} ${version}`);
  return `# The MCP server

Written by \`npm run bench:mcp-server\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${cpus().length} cores
(${cpus()[0].model}), ${RUNS} runs in turns.

## Times

${table(['what', 'measured', 'bar'], timed)}

## Official clients

Each calls every tool once, with the checks of output schemas that the client makes by itself, then asks for a path outside.

${table(
  ['client', 'revision', 'tools', 'answers accepted', 'path outside refused', 'close'],
  clients.map((one) => [
    one.name,
    one.revision,
    one.tools,
    `${one.accepted} of ${one.calls}`,
    one.refused ? 'yes' : 'no',
    `${round(one.closeMs)} ms`,
  ]),
)}

## Public conformance suite

The suite tests HTTP servers alone, so its messages go through a bridge from Streamable HTTP to stdio (\`bench/mcp-server/bridge.mjs\`).
Most scenarios ask for tools, resources and prompts of the suite's own example server.

${table(
  ['scenario', 'outcome', 'why'],
  scenarios.map(({ name, outcome, why }) => [name, outcome, why]),
)}

Packages: ${versions.join(', ')}. They are installed for the bench alone: v1 of the SDK brings about ninety packages, which neither users
nor CI should need. Other work ran on the machine beside; the median is what counts, and the longest run says how busy it was.
`;
}

prepare();
const measured = await measureStart();
const clients = await trySdkClients(packages, SERVER, workspace);
const scenarios = await runConformance({
  packages,
  node: process.argv[3] ?? process.execPath,
  server: SERVER,
  workspace,
});
writeFileSync(join(PROJECT, 'docs/measurements/mcp.md'), render(measured, clients, scenarios));
const bad = scenarios.filter(({ outcome }) => outcome === 'fail');
process.stdout.write(`${bad.length} scenarios fail; docs/measurements/mcp.md\n`);
