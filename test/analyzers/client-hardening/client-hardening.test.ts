import { describe, expect, test } from 'vitest';
import { clientHardening } from '../../../analyzers/client-hardening/index.ts';
import { SEEDS } from '../../../bench/client-hardening/seeds.ts';
import { CLIENTS, filesBelow, told } from '../../../bench/client-hardening/told.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const rulesOf = (files: Readonly<Record<string, string>>): string[] =>
  told(files).findings.map(({ rule, place }) => `${rule} ${place.path}:${place.line}`);
const README = '# c\n\n## Runtime behaviour\n\nx\n';
/** Findings of one file in its rule's order, tests and README left aside. */
const ofSource = (path: string, text: string): string[] =>
  rulesOf({ [path]: text, 'README.md': README }).filter((line) => !line.startsWith('client-untested'));

test('a workspace that declares no client is not looked at', () => {
  expect(clientHardening.run(memoryView({ 'src/lib.rs': 'fn f() {}\n' })).checked).toEqual({});
});

test.each(CLIENTS)('%s is clean', (client) => {
  const { findings, unknown } = told(filesBelow(client));
  expect({ findings, unknown }).toEqual({ findings: [], unknown: [] });
});

test.each(SEEDS.map((seed, i) => [seed.client, seed.rule, i, seed] as const))(
  '%s with %s (%i)',
  (client, rule, _i, seed) => {
    const clean = filesBelow(client);
    const found = rulesOf({ ...clean, [seed.file]: clean[seed.file]!.replace(seed.from, () => seed.to) });
    expect(found.map((line) => line.split(' ')[0])).toEqual([rule]);
  },
);

describe('limits', () => {
  test('a function that waits is judged where it waits, and is limited where all its calls are', () => {
    const inner = 'async def ask(session):\n    return await session.call_tool("x")\n';
    const limited = 'async def run(session):\n    return await asyncio.wait_for(ask(session), 5)\n';
    expect(ofSource('src/a.py', `${inner}\n${limited}`)).toEqual([]);
    expect(
      ofSource('src/a.py', `${inner}\n${limited}\nasync def bare(session):\n    return await ask(session)\n`),
    ).toEqual(['client-no-timeout src/a.py:2']);
  });

  test('a wrapper of the name that it wraps is the wait itself', () => {
    const text = 'class C:\n    async def call_tool(self, name):\n        return await self.session.call_tool(name)\n';
    expect(ofSource('src/a.py', text)).toEqual(['client-no-timeout src/a.py:3']);
  });

  test.each([
    'session = ClientSession(read, write, read_timeout_seconds=limit)',
    'session = cast(Any, ClientSession)(read, write, v1_read_timeout)',
  ])('a session with a limit of its own: %s', (made) => {
    expect(ofSource('src/a.py', `async def run(read, write):\n    ${made}\n    await session.initialize()\n`)).toEqual(
      [],
    );
  });

  test('a reader may wait as long as the server lives', () => {
    const text =
      'async fn read(mut lines: Lines) {\n    while let Ok(Some(line)) = lines.next_line().await {\n        drop(line);\n    }\n}\n';
    expect(ofSource('src/lib.rs', text)).toEqual([]);
  });

  test('what waits in a macro is unknown, unless it limits itself', () => {
    const select = (other: string): string =>
      `async fn run(peer: Peer) {\n    tokio::select! {\n        a = peer.call_tool(x) => drop(a),\n        _ = ${other} => {}\n    }\n}\n`;
    expect(told({ 'src/lib.rs': select('stop.changed()'), 'README.md': README }).unknown).toEqual([
      { path: 'src/lib.rs', reason: 'line 2: a macro that waits' },
    ]);
    expect(told({ 'src/lib.rs': select('sleep(limit)'), 'README.md': README }).unknown).toEqual([]);
  });
});

test('tests are never judged, and comments hide nothing', () => {
  const tests =
    '#[cfg(test)]\nmod tests {\n    async fn helper(peer: Peer) {\n        peer.call_tool(x).await;\n    }\n}\n';
  expect(ofSource('src/lib.rs', tests)).toEqual([]);
  const text =
    'use tokio::process::Command;\nfn start() {\n    // .kill_on_drop(true).process_group(0)\n    let child = Command::new("x").spawn();\n}\n';
  expect(ofSource('src/lib.rs', text)).toEqual([
    'client-child-outlives src/lib.rs:4',
    'client-no-process-group src/lib.rs:4',
  ]);
});

test('tasks and threads are no processes', () => {
  expect(
    ofSource(
      'src/lib.rs',
      'use std::process;\nfn f(set: Set) {\n    set.spawn(work());\n    tokio::spawn(work());\n}\n',
    ),
  ).toEqual([]);
});

test('a state that is only entered is stuck, unless something asks for it or it is a last one', () => {
  const machine = (variant: string, more = ''): string =>
    `enum LinkState { Idle, ${variant} }\nimpl C {\n    fn lose(&mut self) {\n        self.state = LinkState::${variant};\n    }\n${more}}\n`;
  expect(ofSource('src/lib.rs', machine('Reconnecting'))).toEqual(['client-stuck-state src/lib.rs:4']);
  expect(ofSource('src/lib.rs', machine('Closed'))).toEqual([]);
  const asked = '    fn retry(&mut self) {\n        if self.state == LinkState::Reconnecting { self.go(); }\n    }\n';
  expect(ofSource('src/lib.rs', machine('Reconnecting', asked))).toEqual([]);
});

test('an argument that only silences the compiler is lost', () => {
  const text =
    'async fn list(&self, cursor: Option<String>) -> R {\n    let _ = cursor;\n    self.request("list", json!({})).await\n}\n';
  expect(ofSource('src/lib.rs', `impl C {\n${text}}\n`)).toEqual(['client-lost-argument src/lib.rs:2']);
});

test('a path without source is a finding at its table', () => {
  expect(rulesOf({ 'README.md': README })).toEqual(['client-config omni-refactor.toml:1']);
});
