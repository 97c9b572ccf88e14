import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Pair } from './make-pair.ts';
import { runProgram } from './run-program.ts';
import { writeCrates } from './write-crates.ts';

/** `pair, payload` by tabs from `write`; `pair, 1 or 0, payload` from `read` of such lines. */
export type RunSide = (mode: 'write' | 'read', lines: readonly string[]) => string[];

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** pydantic over the pairs, as a program below `folder`. */
export function pythonSide(
  folder: string,
  pairs: readonly Pair[],
  { python, count }: { readonly python: string; readonly count: number },
): RunSide {
  mkdirSync(join(folder, 'pairs'), { recursive: true });
  for (const name of ['arb.py', 'driver.py'])
    writeFileSync(join(folder, name), readFileSync(join(import.meta.dirname, name)));
  writeFileSync(join(folder, 'pairs', '__init__.py'), '');
  writeFileSync(join(folder, 'pairs.json'), JSON.stringify(pairs.map(({ dump, floats }) => ({ dump, floats, count }))));
  pairs.forEach(({ python: { text, arb } }, i) => {
    writeFileSync(join(folder, 'pairs', `p${i}.py`), text);
    writeFileSync(join(folder, 'pairs', `arb_p${i}.py`), `import arb as A\nfrom pairs import p${i} as M\n\n${arb}`);
  });
  return (mode, lines) =>
    linesOf(
      runProgram(python, ['-W', 'ignore', 'driver.py', folder, mode], { cwd: folder, input: `${lines.join('\n')}\n` }),
    );
}

/** serde over the pairs, compiled below `folder`. */
export function rustSide(
  folder: string,
  pairs: readonly Pair[],
  versions: { readonly serde: string; readonly json: string; readonly count: number },
): RunSide {
  const crates = writeCrates(folder, pairs, versions);
  runProgram('cargo', ['build', '--quiet', '--jobs', String(cpus().length)], { cwd: folder });
  return (mode, lines) =>
    crates.flatMap(({ program, from, to }) => {
      const theirs = lines.filter((line) => {
        const index = Number(line.split('\t', 1)[0]);
        return index >= from && index < to;
      });
      return linesOf(runProgram(program, [mode], { cwd: folder, input: `${theirs.join('\n')}\n` }));
    });
}

/** The payloads that `read` did not take, by pair. */
export function rejectedIn(lines: readonly string[]): Map<number, Set<string>> {
  const rejected = new Map<number, Set<string>>();
  for (const line of lines) {
    const [index = '', taken, payload = ''] = line.split('\t');
    if (taken === '0') rejected.set(Number(index), (rejected.get(Number(index)) ?? new Set()).add(payload));
  }
  return rejected;
}

export function pydanticVersion(python: string, cwd: string): string {
  return runProgram(python, ['-c', 'import pydantic, sys; print(pydantic.VERSION, sys.version.split()[0])'], {
    cwd,
  }).trim();
}
