import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import type { ProgressEvent } from '../../src/core/progress.ts';
import { type OpenOptions, openWorkspace } from '../../src/engine/open-workspace.ts';
import { functionNames, throwing } from '../helpers/probe-facts.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder, tempWorkspace } from '../helpers/temp-workspace.ts';

const open = (root: string, more: Partial<OpenOptions> = {}) =>
  openWorkspace({
    root,
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    facts: [functionNames, throwing],
    history: false,
    workers: 0,
    cacheDir: null,
    ...more,
  });

/** Everything that a run says, as text. */
async function told(root: string, more: Partial<OpenOptions> = {}): Promise<string> {
  const { view } = await open(root, more);
  const facts = view.files.map((file) =>
    file.grammar && file.state === 'text' ? [functionNames, throwing].map((fact) => view.facts(file.path, fact)) : null,
  );
  return JSON.stringify([view.files, facts, view.manifests, view.history]);
}

const FILES = {
  'Cargo.toml': '[package]\nname = "demo"\n',
  'src/lib.rs': 'fn one() {}\nfn two() {}\n',
  'src/boom.rs': 'fn boom() {}\n',
  'tool.py': 'def three():\n    pass\n',
  'broken.rs': 'fn four( {',
  'data.bin': Buffer.from([1, 0, 2]),
  'latin.py': Buffer.from([0x23, 0xe9]),
};

test('every file is there, and a fact that throws fails alone, with its reason', async () => {
  const { view, counts } = await open(tempWorkspace(FILES));
  expect(counts).toMatchObject({ files: 7, sources: 4, byState: { text: 5, binary: 1, 'not-utf8': 1 } });
  expect(Object.values(counts.byState).reduce((a, b) => a + b)).toBe(counts.files);
  expect(view.facts('src/lib.rs', functionNames)).toEqual({ status: 'ok', value: ['one', 'two'] });
  expect(view.facts('src/boom.rs', functionNames)).toEqual({ status: 'ok', value: ['boom'] });
  expect(view.facts('src/boom.rs', throwing)).toEqual({
    status: 'failed',
    reason: 'probe/throwing failed: boom was found',
  });
  expect(view.facts('broken.rs', functionNames).status).toBe('partial');
  expect(view.facts('latin.py', functionNames).status).toBe('failed');
  expect(view.manifests.crates.map((crate) => crate.name)).toEqual(['demo']);
});

test('a second run takes all facts from the cache and says the same, byte for byte', async () => {
  const root = tempWorkspace(FILES);
  const cacheDir = tempFolder();
  const first = await told(root, { cacheDir });
  expect((await open(root, { cacheDir })).counts).toMatchObject({ fromCache: 4, nodes: 0 });
  expect(await told(root, { cacheDir })).toBe(first);
  expect(await told(root)).toBe(first);
  writeFileSync(join(root, 'tool.py'), 'def changed(): pass\n');
  expect((await open(root, { cacheDir })).counts).toMatchObject({ fromCache: 3 });
});

test('on a clean tree a second run reads no file', async () => {
  const repo = tempRepository();
  repo.commit({ 'a.rs': 'fn a() {}\n', 'b.py': 'def b(): pass\n', 'notes.md': 'text\n' });
  for (const path of ['a.rs', 'b.py', 'notes.md']) utimesSync(join(repo.root, path), 1_700_000_000, 1_700_000_000);
  repo.git('update-index', '--refresh');
  const cacheDir = tempFolder();
  const first = await open(repo.root, { cacheDir });
  const second = await open(repo.root, { cacheDir });
  expect([first.counts.read, second.counts.read]).toEqual([3, 0]);
  expect(second.view.file('a.rs')!.key).toMatch(/^git:[0-9a-f]{40}$/);
  expect(second.view.files).toEqual(first.view.files);
  expect(second.view.text('a.rs')).toBe('fn a() {}\n');
});

test('what an earlier run has seen counts only beside the cache of facts that it saw', async () => {
  const repo = tempRepository();
  repo.commit({ 'a.rs': 'fn a() {}\n', 'b.py': 'def b(): pass\n' });
  for (const path of ['a.rs', 'b.py']) utimesSync(join(repo.root, path), 1_700_000_000, 1_700_000_000);
  repo.git('update-index', '--refresh');
  const cacheDir = tempFolder();
  const pack = () => join(cacheDir, readdirSync(cacheDir).find((name) => name.endsWith('.pack'))!);
  const nodes = async (more: Partial<OpenOptions> = {}) => (await open(repo.root, { cacheDir, ...more })).counts.nodes;
  expect(await nodes()).toBeGreaterThan(0);
  const whole = readFileSync(pack());
  expect(await nodes()).toBe(0);
  rmSync(pack());
  expect(await nodes()).toBeGreaterThan(0);
  expect(await nodes()).toBe(0);
  // Another set of facts, and bytes that another process wrote.
  expect(await nodes({ facts: [functionNames] })).toBe(0);
  writeFileSync(pack(), whole.subarray(0, 40));
  expect(await nodes()).toBeGreaterThan(0);
  repo.commit({ 'a.rs': 'fn changed() {}\n' });
  expect(await nodes()).toBeGreaterThan(0);
  const { view } = await open(repo.root, { cacheDir });
  expect(view.facts('a.rs', functionNames)).toEqual({ status: 'ok', value: ['changed'] });
  expect(view.facts('b.py', functionNames)).toEqual({ status: 'ok', value: ['b'] });
});

test('where git converts ends of lines, bytes that are not the blob are known by themselves', async () => {
  const repo = tempRepository();
  repo.commit({
    'same.rs': 'fn a() {}\n',
    'crlf.rs': 'fn a() {}\n',
    'lf.py': 'def b(): pass\n',
    '.gitattributes': 'crlf.rs text eol=crlf\n*.py text=auto\n',
  });
  rmSync(join(repo.root, 'crlf.rs'));
  repo.git('checkout', 'crlf.rs');
  for (const path of ['same.rs', 'crlf.rs', 'lf.py', '.gitattributes'])
    utimesSync(join(repo.root, path), 1_700_000_000, 1_700_000_000);
  repo.git('update-index', '--refresh');
  const cacheDir = tempFolder();
  const first = await open(repo.root, { cacheDir });
  const second = await open(repo.root, { cacheDir });
  expect([first.counts.read, second.counts.read]).toEqual([4, 1]);
  expect(second.view.text('crlf.rs')).toBe('fn a() {}\r\n');
  expect(second.view.file('lf.py')!.key).toMatch(/^git:/);
  expect(second.view.files).toEqual(first.view.files);
});

test('a damaged cache never changes a result', async () => {
  const root = tempWorkspace(FILES);
  const cacheDir = tempFolder();
  const right = await told(root, { cacheDir });
  const pack = join(cacheDir, readdirSync(cacheDir).find((name) => name.endsWith('.pack'))!);
  const whole = readFileSync(pack);
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let i = 0; i < 100; i++) {
    const damaged = Buffer.from(whole);
    for (let hits = 0; hits <= i % 4; hits++) damaged[random(damaged.length)]! ^= 1 << random(8);
    writeFileSync(pack, i % 3 === 0 ? damaged.subarray(0, random(damaged.length)) : damaged);
    expect(await told(root, { cacheDir })).toBe(right);
  }
});

test('a file that changes behind the view is an error by name', async () => {
  const root = tempWorkspace(FILES);
  const { view } = await open(root);
  writeFileSync(join(root, 'tool.py'), 'def other(): pass\n');
  expect(() => view.text('tool.py')).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'file-changed' }) }),
  );
});

test('an abort stops it, before and in between', async () => {
  const root = tempWorkspace(FILES);
  await expect(open(root, { signal: AbortSignal.abort() })).rejects.toMatchObject({ exitCode: 130 });
  const controller = new AbortController();
  const onProgress = (event: ProgressEvent) => event.type === 'step' && controller.abort();
  await expect(open(root, { signal: controller.signal, onProgress })).rejects.toMatchObject({ exitCode: 130 });
});

test('tells one step for each file', async () => {
  const steps: number[] = [];
  const onProgress = (event: ProgressEvent) =>
    event.type === 'step' && event.phase === 'facts' && steps.push(event.done);
  await open(tempWorkspace(FILES), { onProgress: (event) => void onProgress(event) });
  expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a folder that is not there is an error by name', async () => {
  await expect(open(join(tempFolder(), 'nowhere'))).rejects.toMatchObject({ problem: { code: 'workspace-not-found' } });
});

test('what stands on the disk is told also where nothing reads it', async () => {
  const { view } = await open(tempWorkspace({ ...FILES, 'src/node_modules/dep/index.js': '1' }));
  expect(view.file('src/node_modules/dep/index.js')).toBeUndefined();
  expect(['src/node_modules', 'src/lib.rs', 'src', 'none'].map(view.stands)).toEqual([
    'folder',
    'file',
    'folder',
    null,
  ]);
});
