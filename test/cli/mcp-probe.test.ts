import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mcpSurfaceSchema } from '../../src/engine/mcp/probe/drift/surface-schema.ts';
import { mcpProbeSchema } from '../../src/report/mcp-probe/schema.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const server = (name: string): string[] => [
  '--',
  process.execPath,
  join(PROJECT_ROOT, 'bench/mcp/servers/node', `${name}.mjs`),
];
const probe = (...args: string[]) => runOmni(PROJECT_ROOT, ['mcp', 'probe', '--timeout-close', '5', ...args]);

test('a server that does all right: exit 0, and a report as its schema says', async () => {
  const { exitCode, stdout } = await probe('--json', ...server('slow-start'));
  const report = mcpProbeSchema.parse(JSON.parse(stdout));
  expect(exitCode).toBe(0);
  expect(report).toMatchObject({
    outcome: { class: 'completed' },
    server: { era: '2025', name: 'bench' },
    findings: [],
    lists: [{ kind: 'tools', items: 1, pages: 1 }],
    closing: { by: 'end-of-input', exitCode: 0, helpers: [] },
  });
  expect(report.timings.steps.map(({ to }) => to)).toEqual([
    'connected',
    'probing-era',
    'initialising',
    'ready',
    'closing',
    'sweeping',
    'closed',
  ]);
});

test('a finding: exit 1, with what was said, the clause, and no control character of the server', async () => {
  const { exitCode, stdout } = await probe(...server('banner'));
  expect(exitCode).toBe(1);
  expect(stdout).toContain('mcp-stdout-stray');
  expect(stdout).toContain('said: it is no JSON: Bench server running on stdio');
  expect(stdout).toContain('https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#stdio');
  const junit = await probe('--format', 'junit', ...server('banner'));
  expect(junit.stdout).toMatch(/<testsuite name="mcp-stdout-stray" tests="\d" failures="1"/);
  const hostile = await probe('--', 'sh', '-c', 'printf "\\033]0;owned\\007\\033[2J\\n"; exit 4');
  expect(hostile.stdout).toContain('exit code 4');
  expect(hostile.stdout.includes(String.fromCharCode(27))).toBe(false);
});

test('warnings count with --strict alone', async () => {
  expect((await probe(...server('stderr-flood'))).exitCode).toBe(0);
  expect((await probe('--strict', ...server('stderr-flood'))).exitCode).toBe(1);
});

test('a tool is called only where it is named and read-only', async () => {
  const { stdout } = await probe('--json', '--call', 'echo={"text":"a"}', '--call', 'gone={}', ...server('banner'));
  const { calls, skipped } = mcpProbeSchema.parse(JSON.parse(stdout));
  expect(calls).toEqual([{ tool: 'echo', result: 'result' }]);
  expect(skipped).toEqual([{ tool: 'gone', why: 'the server lists no such tool' }]);
});

test('a snapshot, what changed since, and the handler that it means', async () => {
  const root = tempWorkspace({
    'omni-refactor.toml': '',
    'server.py':
      'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("a")\n\n\n@mcp.tool()\ndef echo(text: str) -> str:\n    return text\n',
  });
  const [file, other] = [join(root, 'surface.json'), join(root, 'other.json')];
  expect((await probe('--write', file, ...server('banner'))).stderr).toContain('wrote ');
  const surface = mcpSurfaceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const same = await probe('--json', '--against', file, ...server('slow-start'));
  expect(same.exitCode).toBe(0);
  expect(JSON.parse(same.stdout).drift).toEqual([]);
  const [echo] = surface.tools;
  const { writeFileSync } = await import('node:fs');
  writeFileSync(other, JSON.stringify({ ...surface, tools: [{ ...echo, inputSchema: { type: 'object' } }] }));
  const changed = await probe('--json', '--against', other, '--source', root, ...server('slow-start'));
  expect(changed.exitCode).toBe(1);
  expect(mcpProbeSchema.parse(JSON.parse(changed.stdout)).findings).toMatchObject([
    { rule: 'mcp-drift-breaking', symbol: 'tool echo', place: { path: 'server.py', line: 7 } },
  ]);
});

describe('what cannot be probed', () => {
  test.each<[string[], number, string]>([
    [[], 2, 'No server is named'],
    [['--url', 'http://127.0.0.1:9/', '--', 'x'], 2, 'Two servers are named'],
    [['--url', 'file:///etc/passwd'], 2, 'no http or https URL'],
    [['--call', 'echo=1', '--', 'x'], 2, 'cannot be read'],
    [['--timeout', '-1', '--', 'x'], 2, 'It must be a number of seconds'],
    [['--against', 'gone.json', '--', 'x'], 2, 'gone.json cannot be read'],
    [['--against', 'package.json', '--', 'x'], 2, 'package.json is no snapshot'],
    [['--', 'no-such-program-anywhere'], 2, 'no such program is installed'],
    [['--url', 'http://127.0.0.1:9/'], 2, 'cannot be probed'],
  ])('%j', async (args, exitCode, why) => {
    const ran = await probe(...args);
    expect(ran.stderr).toContain(why);
    expect(ran.exitCode).toBe(exitCode);
  });

  test('no snapshot is written of what was not read whole', async () => {
    const ran = await probe('--write', '/dev/null', ...server('pages-endless'));
    expect(ran.exitCode).toBe(3);
    expect(ran.stderr).toContain('tools/list was not read to its end');
  });

  test('the user stops the probe: exit 130', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1_000);
    const ran = await runOmni(PROJECT_ROOT, ['mcp', 'probe', ...server('never-answers')], {}, controller.signal);
    expect(ran.exitCode).toBe(130);
  });
});
