import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, runCommand } from '../../corpus/run-command.ts';
import type { AttackLanguage, Ground, ProgramLog } from '../contract.ts';
import { mutate } from './mutate.ts';
import { generate } from './program.ts';

/** A compiler that can be asked for one file's text, which takes the types out. */
const COMPILER = 'typescript@5.9.3';

/** The compiler is installed once, and linked into each project for rungs B and A. */
function prepare({ root, home }: Ground): void {
  if (!existsSync(join(home, 'node_modules/typescript'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    mustRun(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', COMPILER], home);
  }
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'));
}

function run({ root, home }: Ground): ProgramLog {
  const runner = join(process.cwd(), 'bench/attacks/typescript/runner.mjs');
  const { exitCode, stdout, stderr } = runCommand([process.execPath, runner, home, root], root, {}, 1);
  const error = stderr.split('\n').find((line) => /Error/.test(line)) ?? '';
  return { ran: exitCode === 0, text: exitCode === 0 ? stdout : `${stdout}\n${error}` };
}

/** TypeScript and JavaScript, as ES modules and as CommonJS. */
export const language: AttackLanguage = {
  id: 'typescript',
  programs: 300,
  mutants: 130,
  evidence: 'S',
  allRungs: 'S,B,A',
  generate,
  prepare,
  run,
  mutate,
};
