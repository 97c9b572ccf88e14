import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECKS } from '../../../analyzers/checks.ts';
import { oncePerView } from '../../../analyzers/once.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import type { BlobStore } from '../../../src/core/blob-store.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { resultKeeper } from '../../../src/engine/facts/keep-results.ts';
import type { History } from '../../../src/git/history.ts';
import type { ViewSource } from '../../../src/workspace/create-view.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { mixed, RUST } from '../../analyzers/bridge/bridge-files.ts';
import { memoryStore } from '../../helpers/memory-store.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const WORKFLOW =
  'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: cargo clippy --workspace -- -D warnings\n      - run: just test\n';
const BOUNDARY =
  '[boundary]\nlayers = [["py:acme.cli.*"], ["py:acme.core.*"]]\n[[boundary.rule]]\nid = "by-bridge"\nfrom = ["py:acme.*"]\nforbid = ["native:acme._core"]\ninstead = "import acme.bridge"\n';

/** What a file may hold, the usual text first; null: it is not there. */
const TEXTS: Readonly<Record<string, readonly (string | null)[]>> = {
  ...Object.fromEntries(
    Object.entries(mixed(RUST, {})).map(([path, text]) => [path, [text, `${text}\n`, text.replace('0.1.0', '0.2.0')]]),
  ),
  'src/lib.rs': [`use pyo3::prelude::*;\n${RUST}`, `use pyo3::prelude::*;\nmod more;\n${RUST.replace('add(', 'sum(')}`],
  'src/more.rs': [null, 'pub fn more() {}\n'],
  'python/acme/user.py': ['from acme._core import add\nadd(1, deep=2)\n', 'from acme._core import gone\n', null],
  'python/acme/cli/__init__.py': ['from acme.core import run\n', 'from acme import _core\n'],
  'python/acme/core/run.py': ['', 'from acme import cli\n', 'def late():\n    from acme import cli\n'],
  'python/acme/_core.pyi': [null, 'def add(a: int, b: int = 2, *, deep: int | None = None) -> int: ...\n'],
  'README.md': ['# acme\n\n[there](docs/there.md)\n', '# acme\n\n## Tests\n\n`cargo test`\n', null],
  'docs/there.md': ['there\n', null],
  CODEOWNERS: [null, '* @orchard\n'],
  '.github/workflows/ci.yml': [WORKFLOW, WORKFLOW.replace('pull_request', 'push'), WORKFLOW.replace(/-D.*/, ''), null],
  justfile: ['test:\n  cargo test --workspace\n', 'test:\n  cargo test -p core\n', null],
  'deny.toml': [
    '[advisories]\nignore = [{ id = "RUSTSEC-2024-0001", reason = "owner: a; until: 2026-03-01; exit: b" }]\n',
    null,
  ],
  'CHANGELOG.md': ['# Changelog\n\n## 0.1.0\n\n- first\n', null],
};
const PATHS = Object.keys(TEXTS);

interface State {
  /** Which text each path has. */
  readonly texts: readonly number[];
  readonly today: string;
  readonly tagged: boolean;
  /** A folder that git ignores. */
  readonly ignored: boolean;
  readonly config: string;
}

const stateOf = ({ texts, today, tagged, ignored, config }: State, more: Partial<ViewSource> = {}): View => {
  const files = Object.fromEntries(
    PATHS.flatMap((path, i) => {
      const text = TEXTS[path]![texts[i]! % TEXTS[path]!.length]!;
      return text === null ? [] : [[path, text] as const];
    }),
  );
  return memoryView(
    { ...files, 'omni-refactor.toml': config },
    {
      readManifests,
      config: parseConfig(config, 'omni-refactor.toml'),
      today,
      tags: tagged ? [{ name: 'v0.1.0', commit: 'a'.repeat(40), distance: 0, time: 0 } as never] : null,
      stands: (path) => (ignored && path === 'target' ? 'folder' : null),
      ...more,
    },
  );
};

const keptBy = (store: BlobStore, view: View, log: string[] = []): unknown => {
  const keep = resultKeeper(store).make;
  return CHECKS.map((check) =>
    keep(view, `check ${check.id}`, (watching) => {
      log.push(check.id);
      return check.run(watching);
    }),
  );
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const USUAL: State = {
  texts: PATHS.map(() => 0),
  today: '2026-01-01',
  tagged: false,
  ignored: false,
  config: BOUNDARY,
};

type Change = { readonly at: number; readonly to: number } | 'today' | 'tagged' | 'ignored' | 'config';

function after(state: State, change: Change): State {
  if (change === 'today') return { ...state, today: state.today === '2026-01-01' ? '2026-04-01' : '2026-01-01' };
  if (change === 'config') return { ...state, config: state.config === '' ? BOUNDARY : '' };
  if (typeof change === 'string') return { ...state, [change]: !state[change] };
  return { ...state, texts: state.texts.map((text, i) => (i === change.at ? change.to : text)) };
}

test('whatever changes between two runs, what is kept is what a run without a cache finds', () => {
  const change: fc.Arbitrary<Change> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ at: fc.nat(PATHS.length - 1), to: fc.nat(3) }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('today' as const, 'tagged' as const, 'ignored' as const, 'config' as const),
    },
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const store = memoryStore();
      let state = USUAL;
      keptBy(store, stateOf(state));
      for (const one of changes) {
        state = after(state, one);
        const fresh = CHECKS.map((check) => check.run(stateOf(state)));
        expect(plain(keptBy(store, stateOf(state)))).toEqual(plain(fresh));
      }
    }),
    { numRuns: 40 },
  );
});

test('a run that changes nothing asks no check; one file asks those that have read it', () => {
  const store = memoryStore();
  const first: string[] = [];
  keptBy(store, stateOf(USUAL), first);
  expect(first).toEqual(CHECKS.map(({ id }) => id));
  const again: string[] = [];
  keptBy(store, stateOf(USUAL), again);
  expect(again).toEqual([]);
  const justfile: string[] = [];
  keptBy(store, stateOf({ ...USUAL, texts: PATHS.map((path) => (path === 'justfile' ? 1 : 0)) }), justfile);
  expect(justfile).toContain('quality-gates');
  expect(justfile).not.toContain('bridge');
  expect(justfile).not.toContain('boundary');
});

test('what is made once for several counts as read by each, also what it reads later', () => {
  const late = oncePerView((view) => ({ text: () => view.text('README.md') }));
  const store = memoryStore();
  const ask = (texts: readonly number[]): unknown[] => {
    const view = stateOf({ ...USUAL, texts });
    const keep = resultKeeper(store).make;
    return ['a', 'b'].map((name) => keep(view, name, (watching) => late(watching).text()));
  };
  expect(ask(USUAL.texts)).toEqual([TEXTS['README.md']![0], TEXTS['README.md']![0]]);
  const changed = PATHS.map((path) => (path === 'README.md' ? 1 : 0));
  expect(ask(changed)).toEqual([TEXTS['README.md']![1], TEXTS['README.md']![1]]);
});

test('the manifests are read again only where their files, or the list of files, differ', () => {
  const store = memoryStore();
  const readIn = (texts: readonly number[]): number => {
    let reads = 0;
    const view = stateOf(
      { ...USUAL, texts },
      { readManifests: (files, read) => readManifests(files, countedBy(read)) },
    );
    const countedBy =
      (read: (path: string) => string) =>
      (path: string): string => {
        reads += 1;
        return read(path);
      };
    keptBy(store, view);
    return reads;
  };
  const changed = (path: string) => PATHS.map((each) => (each === path ? 1 : 0));
  expect(readIn(USUAL.texts)).toBeGreaterThan(0);
  expect(readIn(USUAL.texts)).toBe(0);
  expect(readIn(changed('Cargo.toml'))).toBeGreaterThan(0);
  expect(readIn(changed('src/more.rs'))).toBeGreaterThan(0);
  expect(readIn(changed('src/more.rs'))).toBe(0);
});

test('what reads history is taken again only by the mark of the same history, and nothing of it is read for that', () => {
  const store = memoryStore();
  const log: string[] = [];
  const asked = (mark: string | null): unknown => {
    const read = (): History => {
      log.push(`read ${mark}`);
      return { status: 'absent', reason: `${mark}` };
    };
    const keep = resultKeeper(store).make;
    return keep(stateOf(USUAL, { history: { mark, read } }), 'history', ({ history }) => history.status);
  };
  expect(['a', 'a', 'b', 'b'].map(asked)).toEqual(Array(4).fill('absent'));
  expect(log).toEqual(['read a', 'read b']);
  asked(null);
  asked(null);
  expect(log.slice(2)).toEqual(['read null', 'read null']);
});

test('what looks behind an overlay is never kept', () => {
  const store = memoryStore();
  const keep = resultKeeper(store).make;
  keep(stateOf(USUAL), 'overlay', (view) => view.overlay(EMPTY_CHANGE_SET).files.length);
  expect([...store.kept.keys()]).toEqual([]);
});
