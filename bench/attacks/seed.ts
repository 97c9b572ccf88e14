import { rmSync } from 'node:fs';
import { mustRun } from '../corpus/run-command.ts';
import type { AttackLanguage, AttackProgram, Files, Ground } from './contract.ts';
import { createRandom, type Random } from './random.ts';
import { writeFiles } from './write-files.ts';

/** What is drawn for a seed. Languages and modes do not share their numbers. */
export const randomOf = (language: string, seed: number): Random => createRandom(hashed(`${language} ${seed}`));

/** FNV-1a. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** The program of a seed. Throws where a generator makes one that is smaller than it has to be. */
export function programOf(language: AttackLanguage, seed: number): AttackProgram {
  const program = language.generate(randomOf(language.id, seed));
  if (program.units < 20) throw new Error(`${language.id} ${seed}: only ${program.units} units can move`);
  if (program.files[program.target] === undefined) throw new Error(`${language.id} ${seed}: no ${program.target}`);
  return program;
}

/** The project in its folder, as the one commit of a repository of its own. */
export function layOut(language: AttackLanguage, ground: Ground, files: Files): void {
  rmSync(ground.root, { recursive: true, force: true });
  writeFiles(ground.root, files);
  language.prepare?.(ground);
  for (const command of [
    ['init', '--quiet', '--initial-branch=main'],
    ['config', 'user.name', 'Attack'],
    ['config', 'user.email', 'attack@example.org'],
    ['config', 'commit.gpgsign', 'false'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Before'],
  ])
    mustRun(['git', ...command], ground.root);
}
