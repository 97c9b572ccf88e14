import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hashOf } from '../../src/core/hash.ts';
import type { Attacked } from './attack.ts';
import type { AttackProgram, LanguageId } from './contract.ts';
import type { Judged } from './judge-mutants.ts';

export interface AttackRow extends Attacked {
  readonly seed: number;
  /** Of the generated program: another generator makes the row stale. */
  readonly program: string;
  /** Of the built engine. */
  readonly engine: string;
}

export interface MutationRow extends Judged {
  readonly seed: number;
  readonly engine: string;
}

/** The results of one language, by seed; one line a row, so that differences can be read. */
export interface Results {
  readonly attacks: AttackRow[];
  readonly mutants: MutationRow[];
}

export const resultsPath = (folder: string, id: LanguageId): string => `${folder}/${id}/results.json`;

export function readResults(path: string): Results {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : { attacks: [], mutants: [] };
}

export function writeResults(path: string, { attacks, mutants }: Results): void {
  const lines = (rows: readonly { readonly seed: number }[]): string =>
    rows
      .toSorted((a, b) => a.seed - b.seed)
      .map((row) => `\n    ${JSON.stringify(row)}`)
      .join(',');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `{\n  "schemaVersion": 1,\n  "attacks": [${lines(attacks)}\n  ],\n  "mutants": [${lines(mutants)}\n  ]\n}\n`,
  );
}

export const programMark = (program: AttackProgram): string => hashOf(JSON.stringify(program)).slice(0, 12);
