import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AttackLanguage,
  type AttackProgram,
  type Files,
  type Ground,
  MUTATIONS,
  type Mutant,
  type MutationKind,
  type ProvenSplit,
} from './contract.ts';
import type { Random } from './random.ts';
import { layOut } from './seed.ts';
import { type Omni, read } from './tool.ts';
import { readFiles, replaceFiles, writeFiles } from './write-files.ts';

export interface Judged {
  readonly kind: MutationKind;
  readonly what: string;
  /** `S`, or the rungs that were asked for with it; null where none of them sees the edit. */
  readonly seenBy: string | null;
  /** What was said to it. */
  readonly why: string;
  /** Of an edit that no rung sees: what the program said when it was run. */
  readonly log: 'same' | 'differs' | 'breaks' | null;
}

/** Both sides of the split of a program by S alone; null where it is not proven. */
export function provenSplit(
  language: AttackLanguage,
  { files, target, limit }: AttackProgram,
  ground: Ground,
  omni: Omni,
): ProvenSplit | null {
  layOut(language, ground, files);
  const told = read(omni('split', target, '--limit', `${limit}`, '--evidence', 'S', '--json'));
  return told.outcome === 'proven' ? { before: files, after: readFiles(ground.root), target } : null;
}

/** As many different edits as are asked for, each kind in its turn. */
export function chooseMutants(mutants: readonly Mutant[], count: number, random: Random): Mutant[] {
  const mixed = random.shuffle(mutants);
  const byKind = random.shuffle(MUTATIONS).map((kind) => mixed.filter((one) => one.kind === kind));
  const chosen: Mutant[] = [];
  for (let at = 0; chosen.length < count && byKind.some((list) => list.length > at); at++)
    chosen.push(...byKind.flatMap((list) => list[at] ?? []).slice(0, count - chosen.length));
  return chosen;
}

/** Asks S, and the other rungs where S sees nothing; what none sees is run. */
export function judgeMutant(
  language: AttackLanguage,
  { before }: ProvenSplit,
  mutant: Mutant,
  ground: Ground,
  omni: Omni,
): Judged {
  const verify = (rungs: string) => {
    const sides = [side(ground, 'base', before), side(ground, 'head', mutant.files)];
    return read(omni('verify', ...sides, '--evidence', rungs, '--json'));
  };
  const { kind, what } = mutant;
  for (const rungs of ['S', language.allRungs]) {
    const told = verify(rungs);
    if (told.outcome !== 'proven') return { kind, what, seenBy: rungs, why: told.why, log: null };
  }
  const said = [before, mutant.files].map((files) => {
    replaceFiles(ground.root, files);
    return language.run(ground);
  });
  const log = !said[1]!.ran ? 'breaks' : said[0]!.text === said[1]!.text ? 'same' : 'differs';
  return { kind, what, seenBy: null, why: '', log };
}

function side(ground: Ground, name: string, files: Files): string {
  const folder = join(ground.home, 'sides', name);
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  return folder;
}
