import { expect, test } from 'vitest';
import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import type { EngineEvent, FileDetail } from '../../../src/tui/engine/messages.ts';
import { openSession } from '../../../src/tui/engine/session.ts';
import type { Line } from '../../../src/tui/paint/line.ts';
import { findingPane } from '../../../src/tui/panes/checks-pane.ts';
import { filePane } from '../../../src/tui/panes/file-pane.ts';
import { runOmni } from '../../helpers/run-omni.ts';
import { tempRepository } from '../../helpers/temp-repository.ts';
import { tempFolder } from '../../helpers/temp-workspace.ts';
import { hear, OPENED, opened, play, press } from '../helpers/sample-state.ts';

const BOB = { author: 'Bob <bob@example.org>' };

interface Told {
  readonly rows: readonly Hotspot[];
  readonly detail: FileDetail;
}

/** What the screen is told of one file of a workspace. */
function detailOf(root: string, path: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    let rows: readonly Hotspot[] = [];
    const env = { OMNI_REFACTOR_STATE: tempFolder(), PATH: process.env.PATH! };
    const options = { root, today: '2026-02-01', env, tool: 'omni-refactor', cacheDir: null, workers: 0 };
    const session = openSession(options, (event: EngineEvent) => {
      if (event.type === 'ranked' && event.by === 'file') rows = event.rows;
      // It is open only after it said so.
      if (event.type === 'opened') setImmediate(() => session.ask({ type: 'detail', path }));
      if (event.type === 'failed') reject(new Error(event.problem.what));
      if (event.type === 'detail') void session.close().then(() => resolve({ rows, detail: event.detail }));
    });
    session.ask({ type: 'open' });
  });
}

test('who changed a file, and what changes with it, are the numbers of the command line', async () => {
  const repo = tempRepository();
  for (let i = 0; i < 9; i++)
    repo.commit({ 'core.rs': `fn a() {} // ${i}\n`, 'api.py': `a = ${i}\n` }, i % 3 === 0 ? BOB : {});
  repo.commit({ 'core.rs': 'fn a() {} // by a program\n' }, { author: 'renovate[bot] <r@example.org>' });
  repo.commit({ 'alone.rs': 'fn b() {}\n' });
  const { rows, detail } = await detailOf(repo.root, 'core.rs');
  expect(detail.authors).toEqual([
    ['Ada <ada@example.org>', 6],
    ['Bob <bob@example.org>', 3],
  ]);
  const { stdout } = await runOmni(repo.root, ['hotspots', '--json', '--workers', '0']);
  const { coupling } = JSON.parse(stdout) as { coupling: { a: string; b: string; degree: number; shared: number }[] };
  expect(coupling).toMatchObject([{ a: 'api.py', b: 'core.rs', degree: 100, shared: 9 }]);
  expect(detail.companions).toEqual([{ path: 'api.py', degree: 100, shared: 9 }]);

  const at = rows.findIndex(({ path }) => path === 'core.rs');
  const { state } = hear(
    play(),
    { type: 'ranked', by: 'file', rows: [rows[at]!], first: true },
    { type: 'detail', detail },
  );
  const shown = filePane(state, 100).lines.map((spans) => spans.map(([, text]) => text).join(''));
  expect(shown).toContain('  Ada 6, Bob 3');
  expect(shown).toContain(' 100% api.py  9 commits');
});

test('no history, no word about it', async () => {
  const repo = tempRepository();
  repo.commit({ 'alone.rs': 'fn b() {}\n' });
  const { detail } = await detailOf(repo.root, 'alone.rs');
  expect([detail.authors, detail.companions]).toEqual([[], []]);
});

test('the worst function stands there with what each line adds, and so does the one that a finding is about', async () => {
  const repo = tempRepository();
  const hard =
    'fn hard(a: u32) -> u32 {\n    if a > 1 {\n        if a > 2 {\n            return 1;\n        }\n    }\n    2\n}\n';
  repo.commit({ 'core.rs': `fn easy() {}\n\n${hard}`, 'omni-refactor.toml': '[budget]\nfunction-cognitive = 2\n' });
  const { rows, detail } = await detailOf(repo.root, 'core.rs');
  expect(detail.sources).toMatchObject([{ symbol: 'hard', line: 3, more: 0 }]);
  expect(detail.sources[0]!.rows.map(({ added }) => added)).toEqual([0, 1, 2, 0, 0, 0, 0, 0]);
  const heard = hear(
    play(),
    { type: 'ranked', by: 'file', rows: [rows[0]!], first: true },
    { type: 'detail', detail },
  ).state;
  const textOf = (lines: readonly Line[]): string[] => lines.map((spans) => spans.map(([, text]) => text).join(''));
  expect(textOf(filePane(heard, 100).lines)).toContain('    5   +2 │         if a > 2 {');
  const finding = { rule: 'function-cognitive', severity: 'error', what: 'w', why: 'y', whatToDo: 'd' } as const;
  const findings = [{ ...finding, place: { path: 'core.rs', line: 3 } }];
  const found = hear(opened(), { type: 'opened', opened: { ...OPENED, findings } });
  const asked = press(found, '3');
  expect(asked.effects).toContainEqual({ type: 'ask', request: { type: 'detail', path: 'core.rs' }, soon: 'detail' });
  const told = hear(asked, { type: 'detail', detail });
  expect(textOf(findingPane(told.state, 100).lines)).toContain('    5   +2 │         if a > 2 {');
});
