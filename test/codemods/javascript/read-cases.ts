import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../../src/core/hash.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { readFolder } from '../../helpers/read-folder.ts';

const CASES = join(import.meta.dirname, '../../../codemods/javascript/split-module/cases');

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly before: Readonly<Record<string, string>>;
  readonly path: string;
  readonly plan: Plan;
  readonly refusals: readonly string[] | null;
}

export function readCases(): Case[] {
  return readdirSync(CASES)
    .sort()
    .map((name) => {
      const folder = join(CASES, name);
      const before = readFolder(join(folder, 'before'));
      const { path, modules } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as {
        path: string;
        modules: Record<string, string[]>;
      };
      const refusal = join(folder, 'refusal.json');
      const refusals = existsSync(refusal) ? (JSON.parse(readFileSync(refusal, 'utf8')) as string[]) : null;
      return { name, folder, before, path, plan: planOf(path, before[path]!, modules), refusals };
    });
}

export const planOf = (path: string, text: string, modules: Readonly<Record<string, readonly string[]>>): Plan => ({
  version: 2,
  codemod: 'javascript/split-module',
  base: [{ path, hash: hashOf(text) }],
  options: {},
  layout: 'children',
  limit: 10,
  bound: { lines: 1, setBy: [] },
  modules: Object.entries(modules).map(([name, units]) => ({ name, units, why: '' })),
  keep: [],
  refused: [],
  notWorth: null,
  predicted: { files: [] },
});
