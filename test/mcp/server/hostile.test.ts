import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTree, temporaryFolder, writeTree } from '../../helpers/disk-tree.ts';
import { type McpClient, startMcp } from '../../helpers/mcp-client.ts';

const CANARY = 'CANARY_93f2';
const SEED = 20_261_129;

/** A workspace, and beside it what no answer may show and no call may change. */
function places(): { readonly home: string; readonly root: string } {
  const home = temporaryFolder();
  const root = join(home, 'served');
  mkdirSync(root);
  writeTree(home, {
    'outside/secret.py': `${CANARY} = 1\n`,
    'outside/lib.rs': `fn ${CANARY}() {}\n`,
    'outside/omni-refactor.toml': `# ${CANARY}\n`,
  });
  writeTree(root, {
    'omni-refactor.toml': '[budget]\nfile-lines = 100\n',
    'a.py': 'def f():\n    return 1\n',
    'src/lib.rs': 'pub fn f() {}\n',
  });
  symlinkSync('../outside', join(root, 'away'));
  symlinkSync('../outside/secret.py', join(root, 'secret.py'));
  return { home, root };
}

const digest = (tree: object): string => createHash('sha256').update(JSON.stringify(tree)).digest('hex');

/** Paths that lead out, through every door that a path has, and some that lead nowhere. */
const hostilePaths = (home: string): string[] => [
  '../outside/secret.py',
  'away/secret.py',
  'secret.py',
  'src/../../outside/lib.rs',
  './././../outside/lib.rs',
  `${home}/outside/secret.py`,
  `file://${home}/outside/secret.py`,
  `${home}/served/../outside/secret.py`,
  '..\\outside\\secret.py',
  '%2e%2e/outside/secret.py',
  'away',
  '..',
  '/',
  '/etc/passwd',
  '/proc/self/environ',
  '/dev/zero',
  '~/.ssh/id_rsa',
  '--root=../outside',
  '-o../outside/written.yaml',
  '--out=../outside/written.yaml',
  'a.py\u0000.rs',
  'a.py\n--out=x',
  '$(touch ../outside/x)',
  '; touch ../outside/x',
  'x'.repeat(4_000),
  'x'.repeat(5_000),
  '\u202egnp.py',
  '',
  '.git/config',
];

const TOOLS = ['outline', 'plan', 'apply', 'undo', 'receipt', 'explain', 'check', 'hotspots', 'composition', 'verify'];
const id = fc.uuid();

const call = (name: fc.Arbitrary<unknown>, args: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.record({ id, name, args }).map((one) =>
    JSON.stringify({
      jsonrpc: '2.0',
      id: one.id,
      method: 'tools/call',
      params: { name: one.name, arguments: one.args },
    }),
  );

const deep = (depth: number, [open, close]: readonly [string, string]): string =>
  open.repeat(depth) + close.repeat(depth);

/** Lines that a client might send by mistake or malice; each asks for exactly one answer. */
function hostileLines(home: string): fc.Arbitrary<string> {
  const path = fc.constantFrom(...hostilePaths(home));
  const junk = fc.oneof(path, fc.jsonValue({ maxDepth: 3 }), fc.string());
  const broken = fc.oneof(
    fc.string({ minLength: 1 }).map((text) => `x${text.replace(/[\r\n]/g, ' ')}`),
    fc.jsonValue().map((value) => `{"jsonrpc":"2.0","id":${JSON.stringify(value)},`),
    fc.constantFrom(
      deep(50_000, ['[', ']']),
      deep(50_000, ['{"a":', '}']),
      '{"a":1e999,}',
      'nul',
      '\u0000',
      '"\\ud800',
    ),
  );
  const noMessage = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify({ jsonrpc: '1.0', id: 1, method: value })),
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify([value])),
    fc.integer().map(String),
  );
  const unknown = fc
    .record({
      id,
      method: fc.oneof(
        fc.constantFrom(
          '__proto__',
          'constructor',
          'tools/',
          'resources/read',
          'prompts/get',
          'sampling/createMessage',
        ),
        fc.string(),
      ),
      params: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
    })
    .filter(({ params }) => !Object.hasOwn(params, '_meta'))
    .map(({ id: one, method, params }) => JSON.stringify({ jsonrpc: '2.0', id: one, method: `${method}?`, params }));
  const names = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'Outline', 'outline\u0000'),
    fc.string(),
  );
  const withDepth = id.map(
    (one) =>
      `{"jsonrpc":"2.0","id":"${one}","method":"tools/call","params":{"name":"outline","arguments":{"path":${deep(2_000, ['[', ']'])}}}}`,
  );
  return fc.oneof(
    { weight: 2, arbitrary: broken },
    { weight: 2, arbitrary: noMessage },
    { weight: 2, arbitrary: unknown },
    { weight: 1, arbitrary: withDepth },
    { weight: 1, arbitrary: call(names, fc.dictionary(fc.string(), junk)) },
    {
      weight: 3,
      arbitrary: call(
        fc.constantFrom(...TOOLS),
        fc.oneof(
          fc.dictionary(fc.string({ minLength: 1 }), junk, { minKeys: 1 }),
          fc.array(junk),
          fc.string(),
          fc.integer(),
        ),
      ),
    },
    { weight: 6, arbitrary: call(fc.constantFrom('outline', 'plan'), fc.record({ path: fc.oneof(path, junk) })) },
    { weight: 2, arbitrary: call(fc.constantFrom(...TOOLS), fc.record({ root: path, path, id: path })) },
    {
      weight: 2,
      arbitrary: call(
        fc.constant('apply'),
        fc.record({ planId: fc.oneof(path, fc.constant('plan-000000000000')), planHash: fc.constant('0'.repeat(64)) }),
      ),
    },
    {
      weight: 1,
      arbitrary: call(fc.constantFrom('receipt', 'undo', 'explain'), fc.record({ id: path, receipt: path })),
    },
    {
      weight: 1,
      arbitrary: call(
        fc.constant('outline'),
        fc.record({ path: fc.constant('a.py'), cursor: junk, limit: fc.oneof(fc.integer(), junk) }),
      ),
    },
  );
}

const idOf = (line: string): string | undefined => /"id":"([0-9a-f-]{36})"/.exec(line)?.[1];

test('a thousand malformed and hostile messages are answered, stop nothing, and reach nothing outside', async () => {
  const { home, root } = places();
  const before = digest(readTree(home));
  const client = await startMcp([root]);
  const lines = fc.sample(hostileLines(home), { numRuns: 1_000, seed: SEED });
  for (const line of lines) client.sendLine(line);
  await answersTo(client, lines);
  expect(client.child.exitCode).toBeNull();
  expect((await client.call('explain', { id: 'R25' })).isError).toBeUndefined();
  expect((await client.call('outline', { path: 'a.py' })).structuredContent.report.path).toBe('a.py');
  expect(client.lines.join('\n')).not.toContain(CANARY);
  expect(client.stderr()).not.toContain(CANARY);
  expect((await client.end()).exitCode).toBe(0);
  expect(digest(readTree(home))).toBe(before);
}, 240_000);

/** Waits until each request has its own answer, and each line that is none one without an id. */
async function answersTo(client: McpClient, lines: readonly string[]): Promise<void> {
  const ids = lines.flatMap((line) => idOf(line) ?? []);
  for (const wanted of ids) await client.until((message) => message.id === wanted);
  const answers = client.lines.map((line) => JSON.parse(line));
  const refused = answers.filter(
    ({ id: one, error, result }) => error !== undefined || result?.isError === true || one === undefined,
  );
  expect(ids.length).toBeGreaterThan(500);
  // The first answer is that to the handshake.
  expect(answers.length).toBeGreaterThanOrEqual(lines.length + 1);
  expect(
    answers
      .filter((one) => !refused.includes(one))
      .map(({ result }) => result?.structuredContent?.report?.kind ?? 'handshake')
      .filter((kind) => kind !== 'outline'),
  ).toEqual(['handshake']);
}

test('bytes that are no text, split anywhere, are answered', async () => {
  const { root } = places();
  writeFileSync(join(root, 'b.py'), 'x = 1\n');
  const client = await startMcp([root]);
  const before = client.lines.length;
  for (const bytes of [[0xff, 0xfe, 0x0a], [0xc3], [0x28, 0x0a], [0x0d, 0x0a], [0x00, 0x0a]])
    client.child.stdin.write(Buffer.from(bytes));
  const request = JSON.stringify({ jsonrpc: '2.0', id: 'é', method: 'tools/list' });
  for (const byte of Buffer.from(`${request}\n`)) client.child.stdin.write(Buffer.from([byte]));
  await client.until(({ id: one }) => one === 'é');
  const codes = client.lines.slice(before).map((line) => JSON.parse(line).error?.code);
  expect(codes).toEqual([-32700, -32700, -32700, undefined]);
}, 60_000);
