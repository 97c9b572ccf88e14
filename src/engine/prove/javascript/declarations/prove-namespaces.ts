import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Proof } from '../../../../core/evidence.ts';
import { onceFor } from '../../once-for.ts';
import { type Runner, runStaged } from '../../run-staged.ts';
import type { Change } from '../change.ts';

/** Prints what a module exports: names, and what kind of thing each is. A module that waits for something is stopped. */
const SCRIPT = `
import { argv, exit, stdout } from 'node:process';
setTimeout(() => exit(9), 30000).unref();
const kindOf = (value) =>
  typeof value === 'function'
    ? [/^class\\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function', value.name, value.length]
    : [value === null ? 'null' : typeof value, Object.prototype.toString.call(value)];
const ns = await import(argv[1]);
const told = Object.keys(ns).sort().map((name) => [name, ...kindOf(ns[name])]);
stdout.write('\\n' + JSON.stringify(told) + '\\n', () => exit(0));
`;

type Namespace = { readonly names: ReadonlyMap<string, string> } | { readonly why: string };

/** Plain JavaScript has no declarations: what node finds in each file that was there before, in a fresh process. Ends in the state after. */
export async function proveNamespaces(runner: Runner, change: Change, paths: readonly string[]): Promise<Proof[]> {
  const { stage } = runner;
  const read = paths.filter((path) => /\.[mc]?js$/.test(path));
  const proofs = paths
    .filter((path) => !read.includes(path))
    .map((path) => proofOf(path, 'not-run', 'no project compiles the file, and node does not read it'));
  if (read.length === 0) return proofs;
  const old = read.filter((path) => change.old.includes(path));
  await stage.show('before');
  const before = new Map<string, Namespace>();
  for (const path of old)
    before.set(path, await onceFor(change.before, [stage.root, 'namespace', path], () => namespaceOf(runner, path)));
  await stage.show('after');
  for (const path of read) {
    const earlier = before.get(path);
    const now = await namespaceOf(runner, path);
    proofs.push(judge(path, earlier, now));
  }
  return proofs;
}

function judge(path: string, before: Namespace | undefined, now: Namespace): Proof {
  if (before && 'why' in before)
    return proofOf(path, 'not-run', `node cannot import it before the change: ${before.why}`);
  if ('why' in now) return proofOf(path, 'failed', `node cannot import it: ${now.why}`);
  if (!before) return proofOf(path, 'proven', 'node imports it by itself');
  const gone = [...before.names].find(([name, kind]) => now.names.get(name) !== kind);
  if (gone) return proofOf(path, 'failed', `\`${gone[0]}\` was ${gone[1]}, and is ${now.names.get(gone[0]) ?? 'gone'}`);
  const added = [...now.names.keys()].find((name) => !before.names.has(name));
  if (added !== undefined) return proofOf(path, 'failed', `it exports \`${added}\`, which it did not before`);
  return proofOf(
    path,
    'proven',
    `${before.names.size} exported names of equal kinds; plain JavaScript has no types to compare`,
  );
}

const proofOf = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
  rung: 'A',
  path,
  configuration: 'node import',
  verdict,
  why,
});

async function namespaceOf(runner: Runner, path: string): Promise<Namespace> {
  const url = pathToFileURL(join(runner.stage.root, path)).href;
  const { exitCode, stdout, stderr } = await runStaged(runner, ['node', '--input-type=module', '-e', SCRIPT, url], '');
  if (exitCode === 0) {
    const printed = JSON.parse(stdout.trimEnd().split('\n').pop() ?? '[]') as [string, ...(string | number)[]][];
    return { names: new Map(printed.map(([name, ...kind]) => [name, kind.join(' ')])) };
  }
  const line = stderr.split('\n').find((one) => /^\w*Error\b/.test(one));
  return { why: line ?? `it ended with exit code ${exitCode}` };
}
