// What `check contracts` says of generated pairs with a side of TypeScript, held against its compiler, serde_json and pydantic: each side writes
// payloads, the other reads them.
//   npx tsx bench/contracts/typescript/oracle.ts [--pairs 1500] [--seed 1] [--rust 1500] [--count 40] [--out FOLDER] [--python python3]
// --rust: so many of the pairs are compiled with serde too; --record: the file that the tests read.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '../run-program.ts';
import { writeCrates } from '../write-crates.ts';
import { rejectedBy } from './check-payloads.ts';
import { makeTypedPair, type TypedPair } from './make-typed-pair.ts';
import { withoutEnums } from './print-types.ts';
import { type Direction, typedVerdicts } from './typed-verdicts.ts';
import { valuesOf } from './values-of.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '1500' },
    rust: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    serde: { type: 'string', default: '1.0.229' },
    json: { type: 'string', default: '1.0.154' },
    out: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    record: { type: 'string' },
  },
});
const out = values.out ?? mkdtempSync(join(tmpdir(), 'typed-pairs-'));
const count = Number(values.count);
const pairs: TypedPair[] = Array.from({ length: Number(values.pairs) }, (_, i) =>
  makeTypedPair(Number(values.seed) * 1_000_003 + i),
);
const verdicts = pairs.map(typedVerdicts);
const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');

const witness = (i: number, direction: Direction): string[] =>
  verdicts[i]!.flatMap((one) => (one.direction === direction && one.example !== null ? [one.example] : []));

type Payloads = Map<number, string[]>;
const byPair = (lines: readonly string[]): Payloads => {
  const found: Payloads = new Map();
  for (const line of lines) {
    const [index = '', payload = ''] = line.split(/\t(.*)/s);
    found.set(Number(index), [...(found.get(Number(index)) ?? []), payload]);
  }
  return found;
};
const printed = (payloads: Payloads): string[] =>
  [...payloads].flatMap(([i, all]) => all.map((payload) => `${i}\t${payload}`));

const written: Payloads = new Map(pairs.map((pair, i) => [i, valuesOf(pair, count)]));
const typescriptRejects = (payloads: Payloads): Map<number, Set<string>> => {
  const indexes = [...payloads.keys()];
  const found = rejectedBy(
    tsc,
    join(out, 'typescript'),
    indexes.map((i) => ({ text: withoutEnums(pairs[i]!.typescript), payloads: payloads.get(i)! })),
  );
  return new Map(indexes.map((i, at) => [i, found[at]!]));
};
const joined = (payloads: Payloads, direction: Direction, limit = pairs.length): Payloads =>
  new Map(
    pairs.slice(0, limit).map((_, i) => [i, [...new Set([...(payloads.get(i) ?? []), ...witness(i, direction)])]]),
  );

// What a value of a type is, the compiler says first: a payload that it does not take is none of TypeScript's.
const foreign = typescriptRejects(joined(written, 'typescript->rust'));
// NaN is written as null, which is no number.
const strange = [...foreign].filter(
  ([i, rejected]) => pairs[i]!.floats === 'finite' && written.get(i)!.some((payload) => rejected.has(payload)),
);
if (strange.length > 0)
  throw new Error(
    `${strange.length} pairs made values that are not of their type: ${strange.slice(0, 3).map(([i, r]) => `\n${pairs[i]!.typescript}${[...r].slice(0, 2).join('\n')}`)}`,
  );

function readBy(lines: readonly string[]): Map<number, Set<string>> {
  const rejected = new Map<number, Set<string>>();
  for (const line of lines) {
    const [index = '', taken, payload = ''] = line.split('\t');
    if (taken === '0') rejected.set(Number(index), new Set([...(rejected.get(Number(index)) ?? []), payload]));
  }
  return rejected;
}

function pythonRejects(): { readonly reads: Map<number, Set<string>>; readonly writes: Payloads } {
  const folder = join(out, 'python');
  mkdirSync(join(folder, 'pairs'), { recursive: true });
  for (const name of ['arb.py', 'driver.py'])
    writeFileSync(join(folder, name), readFileSync(join(import.meta.dirname, '..', name)));
  writeFileSync(join(folder, 'pairs', '__init__.py'), '');
  writeFileSync(join(folder, 'pairs.json'), JSON.stringify(pairs.map(({ dump, floats }) => ({ dump, floats, count }))));
  pairs.forEach(({ python }, i) => {
    writeFileSync(join(folder, 'pairs', `p${i}.py`), python.text);
    writeFileSync(
      join(folder, 'pairs', `arb_p${i}.py`),
      `import arb as A\nfrom pairs import p${i} as M\n\n${python.arb}`,
    );
  });
  const run = (mode: string, lines: readonly string[]): string[] =>
    runProgram(values.python, ['-W', 'ignore', 'driver.py', folder, mode], {
      cwd: folder,
      input: `${lines.join('\n')}\n`,
    })
      .split('\n')
      .filter((line) => line !== '');
  return {
    reads: readBy(run('read', printed(joined(written, 'typescript->python')))),
    writes: byPair(run('write', [])),
  };
}

function rustRejects(limit: number): { readonly reads: Map<number, Set<string>>; readonly writes: Payloads } {
  const crates = writeCrates(join(out, 'rust'), pairs.slice(0, limit), {
    serde: values.serde,
    json: values.json,
    count,
  });
  runProgram('cargo', ['build', '--quiet', '--jobs', String(cpus().length)], { cwd: join(out, 'rust') });
  const run = (mode: string, lines: readonly string[]): string[] =>
    crates.flatMap(({ program, from, to }) => {
      const own = lines.filter((line) => Number(line.split('\t', 1)[0]) >= from && Number(line.split('\t', 1)[0]) < to);
      return runProgram(program, [mode], { cwd: out, input: `${own.join('\n')}\n` })
        .split('\n')
        .filter((line) => line !== '');
    });
  return {
    reads: readBy(run('read', printed(joined(written, 'typescript->rust', limit)))),
    writes: byPair(run('write', [])),
  };
}

const python = pythonRejects();
const limit = Math.min(Number(values.rust), pairs.length);
const rust = limit === 0 ? null : rustRejects(limit);
const wrong: string[] = [];
const broken: Record<string, number[]> = {};
const table = [
  report(
    'python->typescript',
    typescriptRejects(joined(python.writes, 'python->typescript')),
    python.writes,
    pairs.length,
  ),
  report('typescript->python', python.reads, written, pairs.length),
  ...(rust
    ? [
        report(
          'rust->typescript',
          typescriptRejects(joined(rust.writes, 'rust->typescript', limit)),
          rust.writes,
          limit,
        ),
        report('typescript->rust', rust.reads, written, limit),
      ]
    : []),
];
writeFileSync(join(out, 'wrong.txt'), wrong.join('\n'));
if (values.record)
  writeFileSync(
    values.record,
    `${JSON.stringify({ seed: Number(values.seed), pairs: pairs.length, rejected: broken })}\n`,
  );
const versions = [
  runProgram(tsc, ['--version'], { cwd: out }).trim(),
  `pydantic ${runProgram(values.python, ['-c', 'import pydantic; print(pydantic.VERSION)'], { cwd: out }).trim()}`,
  `serde ${values.serde}, serde_json ${values.json}`,
];
process.stdout.write(`${table.join('')}${versions.join(', ')}; ${out}\n`);

function report(
  direction: Direction,
  rejected: ReadonlyMap<number, Set<string>>,
  payloads: Payloads,
  until: number,
): string {
  const counts = { compatible: 0, breaking: 0, unknown: 0, 'false compatible': 0, 'false breaking': 0 };
  const reasons = new Map<string, number>();
  for (const [i, all] of verdicts.slice(0, until).entries()) {
    const { verdict, why, example } = all.find((one) => one.direction === direction)!;
    counts[verdict] += 1;
    const bad = rejectedIn(direction, i, rejected.get(i) ?? new Set());
    if (bad.length > 0) broken[direction] = [...(broken[direction] ?? []), i];
    if (verdict === 'unknown') reasons.set(plain(why), (reasons.get(plain(why)) ?? 0) + 1);
    const isWrong = (verdict === 'compatible' && bad.length > 0) || (verdict === 'breaking' && bad.length === 0);
    if (!isWrong) continue;
    counts[`false ${verdict}` as 'false breaking'] += 1;
    const { typescript, rust: text, root, python: other, numbers, floats, dump } = pairs[i]!;
    wrong.push(
      `== ${i} ${direction} ${verdict} ${why}\n${example ?? bad[0]}\n${numbers} ${floats} ${JSON.stringify(dump)} ${root}\n${typescript}\n${direction.includes('rust') ? text : other.text}`,
    );
  }
  const top = [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 6);
  const percent = (part: number, of: number): string => `${((part * 100) / Math.max(1, of)).toFixed(2)} %`;
  const total = [...payloads].reduce((sum, [i, list]) => (i < until ? sum + list.length : sum), 0);
  return `${direction}: ${until} pairs, ${total} payloads; compatible ${counts.compatible} (${counts['false compatible']} false), breaking ${counts.breaking} (${counts['false breaking']} false, ${percent(counts['false breaking'], counts.breaking)}), unknown ${counts.unknown} (${percent(counts.unknown, until)})\n${top.map(([why, times]) => `  ${times} unknown: ${why}\n`).join('')}`;
}

/** Without payloads that TypeScript would not write. */
function rejectedIn(direction: Direction, i: number, rejected: ReadonlySet<string>): string[] {
  const isWritten = (payload: string): boolean =>
    !direction.startsWith('typescript') || written.get(i)!.includes(payload) || !foreign.get(i)?.has(payload);
  return [...rejected].filter(isWritten);
}

function plain(why: string): string {
  return why.replace(/^[^:]*: /, '').replace(/[A-Z]\d+/g, 'X');
}
