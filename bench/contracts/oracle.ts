// What `check contracts` says of generated pairs, held against serde_json and pydantic: each side writes payloads, the other reads them.
//   npx tsx bench/contracts/oracle.ts [--pairs 5000] [--serde 1.0.229] [--json 1.0.154] [--out FOLDER] [--seed 1] [--python python3] [--reuse]
// --reuse judges anew what the last run in the folder has read.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makePair, type Pair } from './make-pair.ts';
import { runProgram } from './run-program.ts';
import { tally } from './tally.ts';
import { verdictsOf } from './verdicts.ts';
import { writeCrates } from './write-crates.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5000' },
    serde: { type: 'string', default: '1.0.229' },
    json: { type: 'string', default: '1.0.154' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    count: { type: 'string', default: '60' },
    reuse: { type: 'boolean', default: false },
  },
});
const out = values.out ?? mkdtempSync(join(tmpdir(), 'contract-pairs-'));
const count = Number(values.pairs);
const pairs: Pair[] = Array.from({ length: count }, (_, i) => makePair(Number(values.seed) * 1_000_003 + i));
const verdicts = pairs.map(verdictsOf);
const witnesses = (direction: 'rust->python' | 'python->rust'): string[] =>
  verdicts.flatMap((all, i) =>
    all.flatMap((one) => (one.direction === direction && one.example ? [`${i}\t${one.example}`] : [])),
  );

const KEPT = join(out, 'read.json');
const read = values.reuse ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Outcomes) : runBoth();
writeFileSync(KEPT, JSON.stringify(read));
process.stdout.write(tally(pairs, verdicts, read, out));
const version = runProgram(
  values.python,
  ['-c', 'import pydantic, sys; print(pydantic.VERSION, sys.version.split()[0])'],
  { cwd: out },
).trim();
process.stdout.write(`serde ${values.serde}, serde_json ${values.json}, pydantic and CPython ${version}\n`);

type Outcomes = Readonly<Record<'rust->python' | 'python->rust', readonly string[]>>;

/** Compiles, imports, writes and reads: all that either side did with a payload, as `pair, 1 or 0, payload`. */
function runBoth(): Outcomes {
  const folder = join(out, 'python');
  mkdirSync(join(folder, 'pairs'), { recursive: true });
  for (const name of ['arb.py', 'driver.py'])
    writeFileSync(join(folder, name), runProgram('cat', [join(import.meta.dirname, name)], { cwd: out }));
  writeFileSync(join(folder, 'pairs', '__init__.py'), '');
  writeFileSync(
    join(folder, 'pairs.json'),
    JSON.stringify(pairs.map(({ dump, floats }) => ({ dump, floats, count: Number(values.count) }))),
  );
  pairs.forEach(({ python }, i) => {
    writeFileSync(join(folder, 'pairs', `p${i}.py`), python.text);
    writeFileSync(
      join(folder, 'pairs', `arb_p${i}.py`),
      `import arb as A\nfrom pairs import p${i} as M\n\n${python.arb}`,
    );
  });
  const crates = writeCrates(join(out, 'rust'), pairs, {
    serde: values.serde,
    json: values.json,
    count: Number(values.count),
  });
  runProgram('cargo', ['build', '--quiet', '--jobs', String(cpus().length)], { cwd: join(out, 'rust') });

  const rust = (mode: string, lines: readonly string[]): string[] =>
    crates.flatMap(({ program, from, to }) => {
      const own = lines.filter((line) => {
        const index = Number(line.split('\t', 1)[0]);
        return index >= from && index < to;
      });
      return runProgram(program, [mode], { cwd: out, input: `${own.join('\n')}\n` })
        .split('\n')
        .filter((line) => line !== '');
    });
  const python = (mode: string, lines: readonly string[]): string[] =>
    runProgram(values.python, ['-W', 'ignore', 'driver.py', folder, mode], {
      cwd: folder,
      input: `${lines.join('\n')}\n`,
    })
      .split('\n')
      .filter((line) => line !== '');
  return {
    'rust->python': python('read', [...rust('write', []), ...witnesses('rust->python')]),
    'python->rust': rust('read', [...python('write', []), ...witnesses('python->rust')]),
  };
}
