// What `check contracts` says of generated pairs, held against serde_json and pydantic: each side writes payloads, the other reads them.
//   npx tsx bench/contracts/oracle.ts [--pairs 5000] [--serde 1.0.229] [--json 1.0.154] [--out FOLDER] [--seed 1] [--python python3] [--reuse]
// --reuse judges anew what the last run in the folder has read.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makePair, type Pair } from './make-pair.ts';
import { pydanticVersion, pythonSide, rejectedIn, rustSide } from './run-sides.ts';
import { tally } from './tally.ts';
import { verdictsOf } from './verdicts.ts';

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
const DIRECTIONS = ['rust->python', 'python->rust'] as const;
type Outcomes = Readonly<Record<(typeof DIRECTIONS)[number], readonly string[]>>;

const KEPT = join(out, 'read.json');
const read = values.reuse ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Outcomes) : runBoth();
writeFileSync(KEPT, JSON.stringify(read));
const tallies = DIRECTIONS.map((direction) =>
  tally({
    direction,
    pairs,
    verdicts,
    rejected: rejectedIn(read[direction]),
    payloads: read[direction].length,
    describe: ({ dump, integers, floats, root, rust, python }) =>
      `${JSON.stringify(dump)} ${integers} ${floats} ${root}\n${rust}\n${python.text}`,
  }),
);
writeFileSync(join(out, 'wrong.txt'), tallies.flatMap(({ wrong }) => wrong).join('\n'));
process.stdout.write(tallies.map(({ text }) => text).join(''));
process.stdout.write(
  `serde ${values.serde}, serde_json ${values.json}, pydantic and CPython ${pydanticVersion(values.python, out)}\n`,
);

/** Compiles, imports, writes and reads: all that either side did with a payload. */
function runBoth(): Outcomes {
  const python = pythonSide(join(out, 'python'), pairs, { python: values.python, count: Number(values.count) });
  const rust = rustSide(join(out, 'rust'), pairs, {
    serde: values.serde,
    json: values.json,
    count: Number(values.count),
  });
  return {
    'rust->python': python('read', [...rust('write', []), ...witnesses('rust->python')]),
    'python->rust': rust('read', [...python('write', []), ...witnesses('python->rust')]),
  };
}

/** The payloads that the check gives as examples, as lines for the reader. */
function witnesses(direction: (typeof DIRECTIONS)[number]): string[] {
  return verdicts.flatMap((all, i) =>
    all.flatMap((one) => (one.direction === direction && one.example !== null ? [`${i}\t${one.example}`] : [])),
  );
}
