import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EngineEvent, Request } from '../../../src/tui/engine/messages.ts';
import { openSession } from '../../../src/tui/engine/session.ts';
import { initialState } from '../../../src/tui/state/state.ts';
import { update } from '../../../src/tui/state/update.ts';
import { tempFolder, tempWorkspace } from '../../helpers/temp-workspace.ts';

const WORKSPACE = {
  'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n\n[workspace.lints.clippy]\nall = "warn"\n',
  'a/Cargo.toml': '[package]\nname = "a" # kept\nversion = "0.1.0"\nreadme = false\npublish = false\n',
  'a/src/lib.rs': '',
  'b/Cargo.toml': '[package]\nname = "b"\nversion = "0.1.0"\nreadme = false\npublish = false\n',
  'b/src/lib.rs': '',
};

/** A session that answers one request after another with the first event of a type. */
function talk(root: string) {
  const env = { OMNI_REFACTOR_STATE: tempFolder(), PATH: process.env.PATH! };
  const options = { root, today: '2026-02-01', env, tool: 'omni-refactor', cacheDir: null, workers: 0 };
  let hear: (event: EngineEvent) => void = () => {};
  const session = openSession(options, (event) => hear(event));
  const ask = <Type extends EngineEvent['type']>(
    request: Request,
    type: Type,
  ): Promise<Extract<EngineEvent, { type: Type }>> =>
    new Promise((resolve, reject) => {
      hear = (event) => {
        if (event.type === 'failed') reject(new Error(`${event.problem.what}: ${event.problem.why}`));
        if (event.type === type) setImmediate(() => resolve(event as Extract<EngineEvent, { type: Type }>));
      };
      session.ask(request);
    });
  return { ask, close: () => session.close() };
}

const text = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

test('the screen fixes one finding, then all of them, and takes the last back', async () => {
  const root = tempWorkspace(WORKSPACE);
  const { ask, close } = talk(root);
  const { opened } = await ask({ type: 'open' }, 'opened');
  const found = opened.findings.filter(({ rule }) => rule === 'lints-not-inherited').map(({ place }) => place.path);
  expect(found).toEqual(['a/Cargo.toml', 'b/Cargo.toml']);
  expect(opened.mendable['lints-not-inherited']).toBe('workspace-lints');

  const at = {
    rule: 'lints-not-inherited',
    path: 'a/Cargo.toml',
    symbol: opened.findings.find(({ rule }) => rule === 'lints-not-inherited')!.symbol ?? null,
  };
  const { mends } = await ask({ type: 'survey-mends', at }, 'mends');
  expect(mends.files).toEqual([{ path: 'a/Cargo.toml', before: 5, after: 8 }]);
  expect(mends.mended).toBe(1);
  expect(mends.diff.flat().map(([, said]) => said)).toContain('+workspace = true');
  expect(text(root, 'a/Cargo.toml')).toBe(WORKSPACE['a/Cargo.toml']);

  const again = ask({ type: 'mend', at, command: ['omni-refactor'] }, 'opened');
  const left = (await again).opened.findings.filter(({ rule }) => rule === 'lints-not-inherited');
  expect(left.map(({ place }) => place.path)).toEqual(['b/Cargo.toml']);
  expect(text(root, 'a/Cargo.toml')).toBe(`${WORKSPACE['a/Cargo.toml']}\n[lints]\nworkspace = true\n`);

  const whole = await ask({ type: 'survey-mends', at: null }, 'mends');
  expect(whole.mends.files.map(({ path }) => path)).toContain('b/Cargo.toml');
  await ask({ type: 'mend', at: null, command: ['omni-refactor'] }, 'opened');
  expect(text(root, 'b/Cargo.toml')).toContain('[lints]\nworkspace = true\n');
  const undone = await ask({ type: 'undo' }, 'undone');
  expect(undone.paths).toContain('b/Cargo.toml');
  expect(text(root, 'b/Cargo.toml')).toBe(WORKSPACE['b/Cargo.toml']);
  await close();
});

test('a fix of a file that changed meanwhile writes nothing, and the screen says why', async () => {
  const root = tempWorkspace(WORKSPACE);
  const { ask, close } = talk(root);
  await ask({ type: 'open' }, 'opened');
  writeFileSync(join(root, 'a/Cargo.toml'), `${WORKSPACE['a/Cargo.toml']}# more\n`);
  await expect(ask({ type: 'mend', at: null, command: ['omni-refactor'] }, 'mended')).rejects.toThrow(/Cargo\.toml/);
  expect(text(root, 'b/Cargo.toml')).toBe(WORKSPACE['b/Cargo.toml']);
  await close();
});

test('what goes wrong while it is written is shown on the screen that asked', () => {
  const at = { rule: 'lints-not-inherited', path: 'a/Cargo.toml', symbol: null };
  const overlay = { kind: 'mend', at, mends: null, problem: null, isWriting: true, top: 0 } as const;
  const problem = {
    code: 'base-changed' as const,
    what: 'a/Cargo.toml changed',
    why: 'it has other bytes',
    whatToDo: 'Read again.',
  };
  const request = { type: 'mend', at, command: [] } as const;
  const state = { ...initialState({ columns: 100, rows: 30 }, 'orchard'), overlay };
  const next = update(state, { type: 'event', event: { type: 'failed', request, problem }, now: 0 }).state.overlay;
  expect(next).toMatchObject({ kind: 'mend', isWriting: false, problem });
});
