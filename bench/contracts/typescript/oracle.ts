// What `check contracts` says of generated pairs with a side of TypeScript, held against its compiler, serde_json and pydantic: each side writes
// payloads, the other reads them. With --zod that side is schemas, which are imported and asked.
//   npx tsx bench/contracts/typescript/oracle.ts [--pairs 1500] [--seed 1] [--rust 1500] [--count 40] [--out FOLDER] [--python python3] [--zod]
// --rust: so many of the pairs are compiled with serde too; --record: the file that the tests read.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pydanticVersion, pythonSide, type RunSide, rejectedIn, rustSide } from '../run-sides.ts';
import { tally } from '../tally.ts';
import { type Direction, verdictsOf } from '../verdicts.ts';
import { makeTypedPair, type TypedPair } from './make-typed-pair.ts';
import { compilerSide, type Payloads, zodSide } from './sides.ts';

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
    zod: { type: 'boolean', default: false },
  },
});
const out = values.out ?? mkdtempSync(join(tmpdir(), 'typed-pairs-'));
const count = Number(values.count);
const pairs: TypedPair[] = Array.from({ length: Number(values.pairs) }, (_, i) =>
  makeTypedPair(Number(values.seed) * 1_000_003 + i, values.zod ? 'zod' : 'types'),
);
const verdicts = pairs.map(verdictsOf);
const witness = (i: number, direction: Direction): string[] =>
  verdicts[i]!.flatMap((one) => (one.direction === direction && one.example !== null ? [one.example] : []));

const byPair = (lines: readonly string[]): Payloads => {
  const found = new Map<number, string[]>();
  for (const line of lines) {
    const [index = '', payload = ''] = line.split(/\t(.*)/s);
    found.set(Number(index), [...(found.get(Number(index)) ?? []), payload]);
  }
  return found;
};
const printed = (payloads: Payloads): string[] =>
  [...payloads].flatMap(([i, all]) => all.map((payload) => `${i}\t${payload}`));

const typescript = values.zod
  ? await zodSide(join(out, 'zod'), pairs, count)
  : compilerSide(join(out, 'typescript'), pairs, count);
const joined = (payloads: Payloads, direction: Direction, limit = pairs.length): Payloads =>
  new Map(
    pairs.slice(0, limit).map((_, i) => [i, [...new Set([...(payloads.get(i) ?? []), ...witness(i, direction)])]]),
  );

// What a value of TypeScript is, its own side says first: a payload that it does not take is none that it writes.
const foreign = typescript.rejects(joined(typescript.written, 'typescript->rust'));

const python = pythonSide(join(out, 'python'), pairs, { python: values.python, count });
const limit = Math.min(Number(values.rust), pairs.length);
const wrong: string[] = [];
const broken: Record<string, number[]> = {};
const texts = [...directionsOf('python', python, pairs.length), ...rustTexts()];
writeFileSync(join(out, 'wrong.txt'), wrong.join('\n'));
if (values.record)
  writeFileSync(
    values.record,
    `${JSON.stringify({ seed: Number(values.seed), pairs: pairs.length, rejected: broken })}\n`,
  );
const versions = [
  typescript.version,
  `pydantic and CPython ${pydanticVersion(values.python, out)}`,
  `serde ${values.serde}, serde_json ${values.json}`,
];
process.stdout.write(`${texts.join('')}${versions.join(', ')}; ${out}\n`);

function rustTexts(): string[] {
  if (limit === 0) return [];
  const versions = { serde: values.serde, json: values.json, count };
  return directionsOf('rust', rustSide(join(out, 'rust'), pairs.slice(0, limit), versions), limit);
}

/** To TypeScript from another side, and from it: a text each. */
function directionsOf(side: 'rust' | 'python', run: RunSide, until: number): string[] {
  const [from, to]: Direction[] = [`${side}->typescript`, `typescript->${side}`];
  const writes = byPair(run('write', []));
  return [
    report(from!, typescript.rejects(joined(writes, from!, until)), writes, until),
    report(to!, rejectedIn(run('read', printed(joined(typescript.written, to!, until)))), typescript.written, until),
  ];
}

function report(
  direction: Direction,
  rejected: ReadonlyMap<number, ReadonlySet<string>>,
  payloads: Payloads,
  until: number,
): string {
  const judged = new Map(
    [...rejected].map(([i, all]) => [i, new Set([...all].filter((one) => isWritten(direction, i, one)))]),
  );
  const bad = [...judged].flatMap(([i, all]) => (all.size > 0 ? [i] : [])).sort((a, b) => a - b);
  if (bad.length > 0) broken[direction] = bad;
  const counted = tally({
    direction,
    pairs: pairs.slice(0, until),
    verdicts,
    rejected: judged,
    payloads: [...payloads].reduce((sum, [i, list]) => (i < until ? sum + list.length : sum), 0),
    describe: ({ typescript: text, rust, root, python: other, numbers, floats, dump }) =>
      `${numbers} ${floats} ${JSON.stringify(dump)} ${root}\n${text}\n${direction.includes('rust') ? rust : other.text}`,
  });
  wrong.push(...counted.wrong);
  return counted.text;
}

/** Not so a payload that TypeScript would not write. */
function isWritten(direction: Direction, i: number, payload: string): boolean {
  if (!direction.startsWith('typescript') || typescript.written.get(i)!.includes(payload)) return true;
  return !foreign.get(i)?.has(payload) && typescript.mayWrite(i, payload);
}
