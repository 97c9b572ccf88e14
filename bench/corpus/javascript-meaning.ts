// node dist/bench/bench/corpus/javascript-meaning.js [--program DIST] [--evidence S,B,A,M] [--compiler SECONDS] CHECKOUT FILE ...: splits files of an
// installed checkout by the built program, takes each back, and prints one row of a table a file: how each rung ended, and the CPU and the largest
// process of the proof beside those of the project's own compiler, which is run three times. Not part of `npm test`.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RUNGS, type Rung } from '../../src/core/evidence.ts';
import { countLines } from '../../src/core/lines.ts';
import { runCommand } from './run-command.ts';
import { firstFailure, read, refusalIn, summary } from './run-target.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    program: { type: 'string', default: join(process.cwd(), 'dist') },
    evidence: { type: 'string', default: 'S,B,A,M' },
    /** A project of the checkout that its own scripts compile. */
    project: { type: 'string', default: 'tsconfig.json' },
    limit: { type: 'string', default: '500' },
  },
});
const [checkout, ...files] = positionals as [string, ...string[]];
const root = resolve(checkout);
const asked = RUNGS.filter((rung) => values.evidence.split(',').includes(rung));
const main = join(resolve(values.program), 'src/cli/main.js');
const compiler = median([0, 1, 2].map(() => compile()));
for (const file of files) process.stdout.write(`${row(file)}\n`);

interface Cost {
  /** User and system seconds of the program and all that it started. */
  readonly seconds: number;
  /** Megabytes of the largest single process. */
  readonly megabytes: number;
}

/** Under GNU time, whose last line is what it measured. */
function timed(
  command: readonly string[],
): { readonly stdout: string; readonly stderr: string; readonly exitCode: number | null } & Cost {
  const ran = runCommand(['/usr/bin/time', '-f', '%U %S %M', ...command], root, {}, 30);
  const lines = ran.stderr.trimEnd().split('\n');
  const [user, system, kilobytes] = lines.at(-1)!.split(' ').map(Number) as [number, number, number];
  return { ...ran, seconds: user + system, megabytes: Math.round(kilobytes / 1024) };
}

/** Not a number where the checkout has no such project, or no compiler for it. */
function compile(): number {
  const folders = [dirname(values.project), '.'];
  const places = ['node_modules/typescript/bin/tsc', 'node_modules/typescript/lib/tsc.js'];
  const bin = folders.flatMap((folder) => places.map((place) => join(root, folder, place))).find(existsSync);
  if (bin === undefined || !existsSync(join(root, values.project))) return Number.NaN;
  return timed([process.execPath, bin, '-p', values.project, '--noEmit']).seconds;
}

function shown(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(1);
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}

function row(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  const ran = timed([
    process.execPath,
    main,
    'split',
    file,
    '--limit',
    values.limit,
    '--evidence',
    asked.join(','),
    '--anyway',
    '--json',
  ]);
  const result = read(ran);
  const outcome = result?.outcome ?? 'error';
  if (outcome === 'proven') runCommand([process.execPath, main, 'undo'], root);
  const proofs = result?.evidence.proofs ?? [];
  const rungs = asked.map((rung: Rung) => `${rung} ${summary(proofs, rung).verdict}`).join(', ');
  const why =
    outcome === 'proven'
      ? ''
      : outcome === 'refused'
        ? refusalIn(result!.refusals, text)
        : result
          ? firstFailure(proofs, asked)
          : ran.stderr.slice(-300);
  const times = ran.seconds / (2 * compiler);
  const cells = [
    basename(root),
    file,
    countLines(text),
    outcome,
    rungs,
    ran.seconds.toFixed(1),
    shown(compiler),
    shown(times),
    ran.megabytes,
    why,
  ];
  return `| ${cells.join(' | ').replace(/\s+/g, ' ')} |`;
}
