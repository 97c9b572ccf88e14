// The probe against servers with one fault each: what it says, how long it takes, and what it leaves behind.
//   npm run bench:mcp-probe -- [--runs 1000] [--at-once 4] [--only NAME]
import { parseArgs } from 'node:util';
import { judge } from '../../src/engine/mcp/probe/judge.ts';
import { runProbe } from '../../src/engine/mcp/probe/run-probe.ts';
import { leftProcesses, prepareServers } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '32' },
    'at-once': { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});

const OPTIONS = { era: 'auto', timeoutStart: 3_500, timeoutCall: 2_000, timeoutClose: 900, version: '0.0.0' };

async function probe({ command, call }) {
  const began = performance.now();
  const transcript = await runProbe(
    { kind: 'command', command, cwd: process.cwd() },
    { ...OPTIONS, calls: call ? [call] : [], lineLimit: 10 << 20, signal: new AbortController().signal },
  );
  const rules = [...new Set(judge(transcript).map(({ rule }) => rule))];
  return { outcome: transcript.failure?.kind ?? 'completed', rules, seconds: (performance.now() - began) / 1_000 };
}

const servers = prepareServers(values.only ? [values.only] : null);
const rows = servers.map((server) => ({ server, runs: 0, wrong: [], most: 0, sum: 0 }));
let next = 0;

async function work() {
  while (next < Number(values.runs)) {
    const row = rows[next++ % rows.length];
    const { outcome, rules, seconds } = await probe(row.server);
    row.runs += 1;
    row.sum += seconds;
    row.most = Math.max(row.most, seconds);
    const isRight = outcome === row.server.outcome && rules.join() === row.server.rules.join();
    if (!isRight) row.wrong.push(`${outcome}: ${rules.join(', ')}`);
  }
}

await Promise.all(Array.from({ length: Number(values['at-once']) }, work));
const left = leftProcesses();
for (const { server, runs, wrong, most, sum } of rows) {
  const cells = [
    `${server.language} ${server.name}`,
    server.outcome,
    server.rules.join(', ') || 'none',
    `${runs - wrong.length}/${runs}`,
    (sum / Math.max(1, runs)).toFixed(1),
    most.toFixed(1),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  for (const said of new Set(wrong)) process.stdout.write(`  said instead: ${said}\n`);
}
const right = rows.filter(({ wrong }) => wrong.length === 0).length;
const slowest = Math.max(...rows.map(({ most }) => most)).toFixed(1);
process.stdout.write(
  `${right} of ${rows.length} servers right in every one of ${values.runs} runs, ${slowest} s at most, ${left.length} processes left\n`,
);
process.exitCode = right === rows.length && left.length === 0 ? 0 : 1;
