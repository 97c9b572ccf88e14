import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Features } from './our-features.ts';

type Line = { readonly path: string; readonly errors: number } & Features;

/** Files that this CPython's own parser reads, each with what it sees. Nothing of theirs is executed. */
export function askCpython(
  interpreter: string,
  paths: readonly string[],
): { readonly version: string; readonly features: ReadonlyMap<string, Features> } {
  const script = join(process.cwd(), 'bench/parsers/python-oracle.py');
  const { stdout, stderr, status } = spawnSync(interpreter, ['-I', '-X', 'utf8', script], {
    input: JSON.stringify(paths),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${interpreter} ended with ${status}: ${stderr.slice(-2_000)}`);
  const [first, ...lines] = stdout.trimEnd().split('\n');
  const found = lines.map((line) => JSON.parse(line) as Line).filter(({ errors }) => errors === 0);
  return {
    version: (JSON.parse(first!) as { version: string }).version,
    features: new Map(found.map((line) => [line.path, line])),
  };
}
