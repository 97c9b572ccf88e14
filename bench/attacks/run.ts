// npm run attacks [-- --language ID] [--first SEED] [--count N] [--again] [--mutate] [--minutes N] [--home FOLDER]: generates programs, splits
// them with the built tool, runs both sides and compares what they say; --mutate edits proven splits wrongly and asks who sees it. Goes on where
// it was cut off. Needs cargo, python3 or node, by language; not part of `npm test`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineMark } from '../corpus/engine-mark.ts';
import { attack } from './attack.ts';
import type { AttackLanguage, Ground, LanguageId } from './contract.ts';
import { chooseMutants, judgeMutant, provenSplit } from './judge-mutants.ts';
import { loadLanguage } from './load-language.ts';
import { programMark, type Results, readResults, resultsPath, writeResults } from './rows.ts';
import { programOf, randomOf } from './seed.ts';
import { attackTable } from './table.ts';
import { createOmni, type Omni } from './tool.ts';

/** npm runs its scripts in the package's folder. */
const PROJECT = process.cwd();
const RESULTS = join(PROJECT, 'bench/attacks');
const LANGUAGES: readonly LanguageId[] = ['rust', 'python', 'typescript'];
const ECOSYSTEM = { rust: 'cargo', python: 'pypi', typescript: 'npm' } as const;
/** Edits tried on the split of one program. */
const A_PROGRAM = 7;

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: '' },
    first: { type: 'string', default: '1' },
    count: { type: 'string' },
    again: { type: 'boolean', default: false },
    mutate: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '600' },
    home: { type: 'string', default: join(homedir(), '.cache/omni-refactor-attacks') },
  },
});

interface Session {
  readonly language: AttackLanguage;
  readonly ground: Ground;
  readonly omni: Omni;
  readonly engine: string;
  readonly results: Results;
  readonly save: () => void;
}

const ends = performance.now() + Number(values.minutes) * 60_000;
const isOver = (): boolean => performance.now() > ends;
const first = Number(values.first);

for (const id of LANGUAGES.filter((one) => values.language === '' || values.language === one)) {
  const session = await openSession(id);
  const count = Number(values.count ?? (values.mutate ? session.language.mutants : session.language.programs));
  if (values.mutate) mutateAll(session, count);
  else attackAll(session, count);
}
const all = new Map(LANGUAGES.map((id) => [id, readResults(resultsPath(RESULTS, id))]));
writeFileSync(join(PROJECT, 'docs/measurements/attacks.md'), attackTable(all));

async function openSession(id: LanguageId): Promise<Session> {
  const language = await loadLanguage(id);
  const home = join(values.home, id);
  const ground = { root: join(home, 'project'), home };
  mkdirSync(home, { recursive: true });
  const path = resultsPath(RESULTS, id);
  const results = readResults(path);
  return {
    language,
    ground,
    omni: createOmni(language, ground, join(PROJECT, 'dist/src/cli/main.js')),
    engine: engineMark(join(PROJECT, 'dist'), ECOSYSTEM[id]),
    results,
    save: () => writeResults(path, results),
  };
}

function attackAll({ language, ground, omni, engine, results, save }: Session, count: number): void {
  for (let seed = first; seed < first + count && !isOver(); seed++) {
    const program = programOf(language, seed);
    const mark = programMark(program);
    const at = results.attacks.findIndex((row) => row.seed === seed);
    const known = results.attacks[at];
    if (!values.again && known?.program === mark && known.engine === engine) continue;
    const row = { seed, program: mark, engine, ...attack(language, program, ground, omni) };
    if (at === -1) results.attacks.push(row);
    else results.attacks[at] = row;
    save();
    say(
      `${language.id} ${seed}: ${row.outcome}, log ${row.log ?? '-'}, careless ${row.naive}, ${row.seconds} s ${row.why}`,
    );
  }
}

function mutateAll({ language, ground, omni, engine, results, save }: Session, count: number): void {
  if (values.again || results.mutants.some((row) => row.engine !== engine)) results.mutants.length = 0;
  for (let seed = first; results.mutants.length < count && seed < first + count && !isOver(); seed++) {
    if (results.mutants.some((row) => row.seed === seed)) continue;
    const split = provenSplit(language, programOf(language, seed), ground, omni);
    if (!split) continue;
    const random = randomOf(`${language.id} mutants`, seed);
    const wanted = Math.min(A_PROGRAM, count - results.mutants.length);
    const chosen = chooseMutants(language.mutate(split, random), wanted, random);
    const rows = chosen.map((mutant) => {
      const row = { seed, engine, ...judgeMutant(language, split, mutant, ground, omni) };
      say(`${language.id} ${seed} ${row.kind}: ${row.what}: ${row.seenBy ?? `NOBODY (log ${row.log})`}`);
      return row;
    });
    results.mutants.push(...rows);
    save();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
