import { expect, test } from 'vitest';
import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import type { EngineEvent, FileDetail } from '../../../src/tui/engine/messages.ts';
import { openSession } from '../../../src/tui/engine/session.ts';
import { filePane } from '../../../src/tui/panes/file-pane.ts';
import { runOmni } from '../../helpers/run-omni.ts';
import { tempRepository } from '../../helpers/temp-repository.ts';
import { tempFolder } from '../../helpers/temp-workspace.ts';
import { hear, play } from '../helpers/sample-state.ts';

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
