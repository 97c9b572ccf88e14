import { join } from 'node:path';
import type { Environment } from '../../core/environment.ts';
import { hashOf } from '../../core/hash.ts';
import { cacheFolder, folderStore } from '../../workspace/cache-folder.ts';

/** A program of a proof that ran. */
export interface StepTime {
  readonly command: string;
  readonly seconds: number;
}

/** What the programs of earlier proofs took. */
export interface StepTimes {
  readonly earlier: readonly StepTime[];
  readonly keep: (steps: readonly StepTime[]) => void;
}

const KEPT = 24;

/**
 * Of the last proof of the same files by the same rungs, from the cache.
 * @param asked all that tells such a proof from others of the workspace
 */
export function stepTimes(env: Environment, root: string, asked: readonly string[]): StepTimes {
  const store = folderStore(join(cacheFolder(env), `steps-${hashOf(root).slice(0, 16)}`), KEPT);
  const name = hashOf(JSON.stringify(asked)).slice(0, 16);
  return {
    earlier: stepsIn(store.read(name)),
    keep: (steps) => store.write(name, Buffer.from(JSON.stringify(steps))),
  };
}

/** What cannot be read as such a list is none: an estimate is lost, nothing else. */
function stepsIn(bytes: Uint8Array | null): readonly StepTime[] {
  if (bytes === null) return [];
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(read) && read.every(isStep) ? read : [];
  } catch {
    return [];
  }
}

const isStep = (value: unknown): value is StepTime =>
  typeof value === 'object' &&
  value !== null &&
  'command' in value &&
  typeof value.command === 'string' &&
  'seconds' in value &&
  typeof value.seconds === 'number';
