import { chmodSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { openWorkspace } from '../../../src/engine/open-workspace.ts';
import { storedRanking, storeRanking } from '../../../src/tui/engine/stored-ranking.ts';
import { type TempRepository, tempRepository } from '../../helpers/temp-repository.ts';
import { tempFolder, tempWorkspace } from '../../helpers/temp-workspace.ts';
import { hotspot } from '../helpers/sample-state.ts';

const ROWS = [hotspot('src/b.rs', 1), hotspot('src/a.rs', 2)];

/** Opens a workspace as a session does, and keeps a ranking of it. */
async function keep(root: string): Promise<{ readonly root: string; readonly cacheDir: string }> {
  const place = { root, cacheDir: tempFolder() };
  const opened = await openWorkspace({
    ...place,
    config: DEFAULT_CONFIG,
    today: '2026-02-01',
    facts: [],
    history: {},
    workers: 0,
  });
  storeRanking(place, opened, ROWS);
  return place;
}

function repository(): TempRepository {
  const repo = tempRepository();
  repo.commit({ 'src/a.rs': 'fn a() {}\n', 'src/b.rs': 'fn b() {}\n', '.gitignore': '*.log\n' });
  symlinkSync('a.rs', join(repo.root, 'src/link.rs'));
  repo.write({ 'src/new.rs': 'fn new() {}\n' });
  return repo;
}

test('a ranking comes back where nothing has changed, with work that is not committed too', async () => {
  const repo = repository();
  const place = await keep(repo.root);
  expect(await storedRanking(place)).toEqual(ROWS);
  repo.write({ 'made.log': 'git ignores it\n' });
  expect(await storedRanking(place)).toEqual(ROWS);
});

/** Of the same length, with the times that the file had: git has to be asked what it knows of the content. */
function rewrite({ root }: TempRepository, path: string, text: string): void {
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), new Date(0), new Date(0));
}

const CHANGES: Readonly<Record<string, (repo: TempRepository) => void>> = {
  'a tracked file': (repo) => rewrite(repo, 'src/a.rs', 'fn c() {}\n'),
  'an untracked file, to the same length': (repo) => rewrite(repo, 'src/new.rs', 'fn old() {}\n'),
  'a file that git is told not to look at': (repo) => {
    repo.git('update-index', '--assume-unchanged', 'src/a.rs');
    rewrite(repo, 'src/a.rs', 'fn c() {}\n');
  },
  'where a link leads': ({ root }) => {
    rmSync(join(root, 'src/link.rs'));
    symlinkSync('b.rs', join(root, 'src/link.rs'));
  },
  'a mode': ({ root }) => chmodSync(join(root, 'src/a.rs'), 0o755),
  'one more file': (repo) => repo.write({ 'src/c.rs': 'fn c() {}\n' }),
  'one file less': ({ root }) => rmSync(join(root, 'src/b.rs')),
  'what git ignores': (repo) => repo.write({ '.gitignore': '*.rs\n' }),
  'a commit without a change': (repo) => void repo.git('commit', '-q', '--allow-empty', '-m', 'more'),
  'who authors are': (repo) => repo.write({ '.mailmap': 'Eve <eve@example.org> <ada@example.org>\n' }),
  'the configuration': (repo) => repo.write({ 'omni-refactor.toml': 'exclude = ["src/a.rs"]\n' }),
  'there is no repository any more': ({ root }) => rmSync(join(root, '.git'), { recursive: true }),
};

test.each(Object.keys(CHANGES))('none comes back once it changed: %s', async (name) => {
  const repo = repository();
  const place = await keep(repo.root);
  CHANGES[name]!(repo);
  expect(await storedRanking(place)).toBeNull();
});

test('outside of git nothing is kept, since only reading every file could say that it still holds', async () => {
  expect(await storedRanking(await keep(tempWorkspace({ 'a.rs': 'fn a() {}\n' })))).toBeNull();
});
