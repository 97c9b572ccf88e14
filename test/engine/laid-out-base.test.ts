import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { type OpenOptions, openWorkspace } from '../../src/engine/open-workspace.ts';
import { checkoutRevision } from '../../src/git/checkout-revision.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { functionNames } from '../helpers/probe-facts.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

const open = (root: string, more: Partial<OpenOptions>) =>
  openWorkspace({
    root,
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    facts: [functionNames],
    history: false,
    workers: 0,
    cacheDir: null,
    ...more,
  });

test('a revision that was laid out takes the facts of its blobs from the cache of the workspace', async () => {
  const repository = tempRepository();
  repository.commit({
    'src/lib.rs': 'fn one() {}\n',
    'src/gone.rs': 'fn gone() {}\n',
    'tool.py': 'def two():\n    pass\n',
  });
  const cacheDir = tempFolder();
  await open(repository.root, { cacheDir });
  repository.commit({ 'src/lib.rs': 'fn other() {}\n', 'src/gone.rs': null });
  const first = await open(repository.root, { cacheDir });
  expect(first.counts).toMatchObject({ sources: 2, fromCache: 1 });

  const opened = await openRepository(repository.root);
  const signal = new AbortController().signal;
  const { folder, blobs } = await checkoutRevision(opened.repository!, 'HEAD~1', join(tempFolder(), 'base'), signal);
  expect([...blobs.keys()].sort()).toEqual(['src/gone.rs', 'src/lib.rs', 'tool.py']);
  const base = await open(folder, { cacheDir, laidOut: { of: first.root, blobs } });
  expect(base.counts).toMatchObject({ sources: 3, fromCache: 3, read: 0 });
  expect(base.view.facts('src/lib.rs', functionNames)).toEqual({ status: 'ok', value: ['one'] });
  // What the workspace knows of its own files stays.
  expect((await open(repository.root, { cacheDir })).counts).toMatchObject({ sources: 2, fromCache: 2, read: 0 });
});
