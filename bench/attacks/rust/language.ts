import { join } from 'node:path';
import { runCommand } from '../../corpus/run-command.ts';
import type { AttackLanguage, Ground, ProgramLog } from '../contract.ts';
import { generate } from './generate.ts';
import { mutate } from './mutate.ts';

export const language: AttackLanguage = {
  id: 'rust',
  programs: 120,
  mutants: 130,
  evidence: 'S,B,M',
  allRungs: 'S,B,A,M',
  generate,
  run,
  mutate,
};

/** What the program prints with and without its feature. */
function run({ root, home }: Ground): ProgramLog {
  const env = { CARGO_TARGET_DIR: join(home, 'target'), CARGO_INCREMENTAL: '0' };
  let text = '';
  for (const features of [[], ['--features', 'extra']]) {
    const ran = runCommand(['cargo', 'run', '--quiet', '--offline', ...features], root, env, 5);
    if (ran.exitCode !== 0) return { ran: false, text: ran.stderr };
    text += `${features.join(' ')}\n${ran.stdout}`;
  }
  return { ran: true, text };
}
