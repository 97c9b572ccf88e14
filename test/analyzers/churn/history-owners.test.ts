import { describe, expect, test } from 'vitest';
import { anyOwnerFinder, historyOwnerFinder } from '../../../analyzers/churn/history-owners.ts';
import { map } from '../../../analyzers/map/index.ts';
import { withHistoryOwners } from '../../../analyzers/map/with-history-owners.ts';
import { ownershipMap } from '../../../analyzers/ownership/ownership-map.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import type { FileHistory, History, LoggedCommit } from '../../../src/git/history.ts';
import { mapToTree } from '../../../src/report/map/tree.ts';
import { ownershipDocument } from '../../../src/report/ownership/document.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const commit = (day: string, author: string): LoggedCommit => ({
  time: Date.parse(`${day}T12:00:00Z`) / 1000,
  author,
  weight: 1,
  size: 1,
});

const ANN = 'Ann Example <ann@example.org>';
const BOB = 'Bob Example <bob@example.org>';
const LOG = [
  commit('2026-01-20', BOB),
  commit('2026-01-10', ANN),
  commit('2025-12-01', ANN),
  commit('2020-01-01', BOB),
  commit('2020-01-02', BOB),
  commit('2020-01-03', BOB),
];

const changed = (...changes: readonly number[]): FileHistory => ({
  revisions: changes.length,
  revisionsDecayed: 0,
  authors: 1,
  lastChange: '2026-01-01',
  changes,
});

const HISTORY: History = {
  status: 'ok',
  head: 'f',
  headDate: '2026-01-31',
  since: null,
  commits: LOG.length,
  files: new Map([
    ['acme/run.py', changed(0, 1, 2, 3, 4, 5)],
    ['acme/even.py', changed(0, 1)],
    ['acme/old.py', changed(3, 4)],
  ]),
  log: LOG,
  lines: {
    status: 'ok',
    since: '2025-01-31',
    files: new Map([['acme/run.py', { touches: [], added: [[BOB, 90] as const, [ANN, 10] as const] }]]),
  },
};

const FILES = {
  'pyproject.toml': '[project]\nname = "acme"\nversion = "1"\n',
  'acme/__init__.py': '',
  'acme/run.py': 'from mcp.server.fastmcp import FastMCP\nmcp = FastMCP("a")\n@mcp.tool()\ndef search(): ...\n',
  'acme/even.py': '',
  'acme/old.py': '',
};

const viewOf = (config: string, more: Readonly<Record<string, string>> = {}, history: History = HISTORY): View =>
  memoryView(
    { ...FILES, ...more, 'omni-refactor.toml': config },
    { readManifests, history, config: parseConfig(config, 'omni-refactor.toml') },
  );

const COMMITS = '[owners]\nhistory = "commits"\n';

describe('owners from history', () => {
  test('nobody, where nobody asks for them or history takes no part', () => {
    expect(historyOwnerFinder(viewOf(''))(['acme/run.py'])).toBeNull();
    expect(historyOwnerFinder(viewOf(COMMITS, {}, { status: 'shallow', reason: 'cut' }))(['acme/run.py'])).toBeNull();
  });

  test('most commits of the window, without an address; equal ones by name; nobody for what is older', () => {
    const ownerOf = historyOwnerFinder(viewOf(COMMITS));
    expect(ownerOf(['acme/run.py'])).toBe('Ann Example (from history)');
    expect(ownerOf(['acme/even.py'])).toBe('Ann Example (from history)');
    expect(ownerOf(['acme/old.py'])).toBeNull();
    expect(historyOwnerFinder(viewOf(`${COMMITS}months = 120\n`))(['acme/run.py'])).toBe('Bob Example (from history)');
  });

  test('most lines, and addresses where they are asked for', () => {
    const ownerOf = historyOwnerFinder(viewOf('[owners]\nhistory = "lines"\nmail = "show"\n'));
    expect(ownerOf(['acme/run.py'])).toBe('Bob Example <bob@example.org> (from history)');
  });

  test('a name that is an address is not printed as one', () => {
    const history = { ...HISTORY, log: LOG.map((one) => ({ ...one, author: 'ann@example.org <ann@example.org>' })) };
    expect(historyOwnerFinder(viewOf(COMMITS, {}, history))(['acme/run.py'])).toBe('ann (from history)');
  });

  test('CODEOWNERS first, then `[owners]`, then history', () => {
    const config = `${COMMITS}[owners.paths]\n"acme/even.py" = "@even"\n"acme/run.py" = "@other"\n`;
    const ownerOf = anyOwnerFinder(viewOf(config, { CODEOWNERS: 'acme/run.py @run\n' }));
    expect(['acme/run.py', 'acme/even.py', 'acme/old.py'].map(ownerOf)).toEqual(['@run', '@even', null]);
  });

  test('on the map and in the document of who registers what', () => {
    const view = viewOf(`${COMMITS}[ownership]\n`);
    expect(map.run(view).nodes.every(({ owner }) => owner === null)).toBe(true);
    const tree = mapToTree(withHistoryOwners(view, map.run(view)), false);
    expect(tree).toContain('dist:acme  pyproject.toml, 4 modules, Ann Example (from history)');
    expect(tree).not.toContain('@example.org');
    expect(ownershipDocument(ownershipMap(view))).toContain(
      '| `tool search` | `py:acme.run` | `acme/run.py:4` | Ann Example (from history) |',
    );
  });
});
