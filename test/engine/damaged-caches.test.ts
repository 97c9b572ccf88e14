import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

/** A thousand where all generated cases run, and of these one in twenty. */
const DAMAGES = process.env.RUNS ? Math.round(Number(process.env.RUNS) / 2) : 50;
const LINE = ['hotspots', '--json', '--by', 'function', '--workers', '0'];

/** All files of a cache folder, by path. */
function filesOf(dir: string): Map<string, Buffer> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path)]),
  );
}

let seed = 20_261_122;
const chance = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const DAMAGE: readonly ((bytes: Buffer, other: Buffer) => Buffer | null)[] = [
  (bytes) => {
    const copy = Buffer.from(bytes);
    copy[chance(copy.length)]! ^= 1 << chance(8);
    return copy;
  },
  (bytes) => bytes.subarray(0, chance(bytes.length)),
  (bytes) => Buffer.concat([bytes, Buffer.from('more')]),
  (bytes) => Buffer.alloc(bytes.length, chance(256)),
  () => Buffer.alloc(0),
  (_, other) => other,
  (bytes) => {
    const copy = Buffer.from(bytes);
    const at = chance(copy.length);
    return Buffer.concat([copy.subarray(at), copy.subarray(0, at)]);
  },
  () => null,
];

test(`${DAMAGES} damaged caches change no result`, { timeout: 3_000_000 }, async () => {
  const repo = tempRepository();
  const body = (n: number, ifs: number): string => `fn f${n}(x: bool) {\n${'    if x { go(); }\n'.repeat(ifs)}}\n`;
  for (let i = 0; i < 12; i++)
    repo.commit({
      'src/lib.rs': `${body(1, i)}\n${body(2, 3)}`,
      [`py/m${i % 3}.py`]: `def f(a):\n    return a or ${i}\n`,
    });
  const cache = tempFolder();
  const run = async (): Promise<string> => {
    const { stdout, exitCode, stderr } = await runOmni(repo.root, LINE, { OMNI_REFACTOR_CACHE: cache });
    expect(exitCode, stderr).toBe(0);
    return stdout;
  };
  const whole = await run();
  const kept = filesOf(cache);
  expect(kept.size).toBeGreaterThan(3);
  for (let i = 0; i < DAMAGES; i++) {
    rmSync(cache, { recursive: true, force: true });
    for (const [path, bytes] of kept) restore(path, bytes);
    const paths = [...kept.keys()];
    const victims = chance(4) === 0 ? paths : [paths[chance(paths.length)]!];
    const how = DAMAGE[i % DAMAGE.length]!;
    for (const path of victims) {
      const damaged = how(kept.get(path)!, kept.get(paths[chance(paths.length)]!)!);
      if (damaged === null) rmSync(path);
      else writeFileSync(path, damaged);
    }
    expect(await run(), `damage ${i % DAMAGE.length} of ${victims.join(', ')}`).toBe(whole);
  }
});

function restore(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
