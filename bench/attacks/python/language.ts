import { join } from 'node:path';
import { runCommand } from '../../corpus/run-command.ts';
import type { AttackLanguage } from '../contract.ts';
import { generate } from './generate.ts';
import { mutate } from './mutate.ts';

const PYTHON = 'python3';

export const language: AttackLanguage = {
  id: 'python',
  programs: 300,
  mutants: 130,
  evidence: 'S,B',
  allRungs: 'S,B,A,M',
  generate,
  mutate,
  run: ({ root }) => {
    const { exitCode, stdout, stderr } = runCommand([PYTHON, '-B', join(root, 'run.py')], root, {
      PYTHONHASHSEED: '0',
    });
    return { ran: exitCode === 0, text: `${stdout}${exitCode === 0 ? '' : stderr}` };
  },
};
