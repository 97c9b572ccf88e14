// Runs the server scenarios of the public suite through the bridge.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Scenarios that ask for what this server does not offer: with the reason. Everything else has to pass. */
const REASONS = [
  [/^tools-call-|^json-schema-2020-12$|^elicitation-/, "asks for a tool of the suite's own example server"],
  [/^resources-/, 'the server offers no resources'],
  [/^prompts-/, 'the server offers no prompts'],
  [/^completion-/, 'the server offers no completion'],
  [/^logging-/, 'the server offers no logging: what it has to say goes to stderr'],
  [/^server-sse-|^dns-/, 'about HTTP, which this server does not speak'],
];

/** Rows of name, outcome (`pass`, `fail`, `does not apply`) and why. @param node a Node of 22 or later, which the suite needs */
export async function runConformance({ packages, node, server, workspace }) {
  const bridge = new Worker(new URL('./bridge-thread.mjs', import.meta.url), {
    workerData: { packages, command: process.execPath, args: [server, 'mcp', workspace] },
  });
  const url = await new Promise((resolve) => bridge.once('message', resolve));
  const suite = join(packages, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
  const run = (...args) => spawnSync(node, [suite, ...args], { encoding: 'utf8', timeout: 60_000 });
  const names = [...run('list', '--server').stdout.matchAll(/^ {2}- (\S+)/gm)].map(([, name]) => name);
  const rows = names.map((name) => {
    const why = REASONS.find(([pattern]) => pattern.test(name))?.[1];
    if (why) return { name, outcome: 'does not apply', why };
    const { status, stdout } = run('server', '--url', url, '--scenario', name);
    const said = /Passed: (\d+)\/(\d+)/.exec(stdout)?.[0] ?? stdout.trim().split('\n').at(-1);
    return { name, outcome: status === 0 ? 'pass' : 'fail', why: said ?? '' };
  });
  bridge.postMessage('close');
  await new Promise((resolve) => bridge.once('exit', resolve));
  return rows;
}
