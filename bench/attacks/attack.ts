import type { AttackLanguage, AttackProgram, Files, Ground } from './contract.ts';
import { layOut } from './seed.ts';
import { type Omni, read, type Told } from './tool.ts';
import { readFiles, replaceFiles } from './write-files.ts';

/** What became of one program. */
export interface Attacked {
  readonly outcome: Told['outcome'];
  readonly why: string;
  readonly units: number;
  readonly forms: readonly string[];
  /** Share of the target's lines that stand in new files; 0 where nothing was written. */
  readonly moved: number;
  /** Whether both sides said the same when they were run; null where nothing was written. A difference of a proven one is a false proof. */
  readonly log: 'same' | 'differs' | 'breaks' | null;
  /** The same of the careless split. */
  readonly naive: 'same' | 'differs' | 'breaks';
  readonly seconds: number;
}

/** Splits a program with the built tool, and runs both sides. Throws where the program itself does not run. */
export function attack(language: AttackLanguage, program: AttackProgram, ground: Ground, omni: Omni): Attacked {
  const { files, target, limit, units, forms, naive } = program;
  layOut(language, ground, files);
  const before = language.run(ground);
  if (!before.ran) throw new Error(`the generated program does not run:\n${before.text.slice(0, 2000)}`);
  const compare = (): 'same' | 'differs' | 'breaks' => {
    const after = language.run(ground);
    if (!after.ran) return 'breaks';
    return after.text === before.text ? 'same' : 'differs';
  };
  replaceFiles(ground.root, naive);
  const careless = compare();
  replaceFiles(ground.root, files);
  const started = performance.now();
  const told = read(omni('split', target, '--limit', `${limit}`, '--evidence', language.evidence, '--json'));
  const seconds = Math.round((performance.now() - started) / 1000);
  const written = told.outcome === 'proven';
  const moved = written ? movedShare(files, readFiles(ground.root), target) : 0;
  return { ...told, units, forms, moved, log: written ? compare() : null, naive: careless, seconds };
}

/** Lines of the target that are in none of the files that keep its name. */
function movedShare(before: Files, after: Files, target: string): number {
  const fresh = Object.entries(after).filter(([path]) => before[path] === undefined);
  const had = new Map<string, number>();
  const lines = linesOf(before[target]!);
  for (const line of lines) had.set(line, (had.get(line) ?? 0) + 1);
  let moved = 0;
  for (const line of fresh.flatMap(([, text]) => linesOf(text))) {
    const left = had.get(line) ?? 0;
    if (left > 0) moved += 1;
    had.set(line, left - 1);
  }
  const facade = after[target] === undefined ? 0 : linesOf(after[target]!).length;
  return Math.min(moved, Math.max(0, lines.length - facade) || moved) / lines.length;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
