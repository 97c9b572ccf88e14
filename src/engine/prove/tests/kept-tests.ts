import { join } from 'node:path';
import { byText } from '../../../core/compare.ts';
import type { Environment } from '../../../core/environment.ts';
import { blobIdOf, hashOf } from '../../../core/hash.ts';
import { cacheFolder, folderStore } from '../../../workspace/cache-folder.ts';
import type { FileEntry, View } from '../../../workspace/view.ts';
import type { TestOutcome } from './compare-tests.ts';
import type { KeptRun, TestAttempt } from './test-attempt.ts';

/** The shelf of one state, one way to run its tests, one environment. */
export interface KeptTests {
  readonly read: () => KeptRun | null;
  /** Keeps a run in which no test failed, and none else: what is kept can only ask for more of a change than a fresh run would. */
  readonly keep: (attempt: TestAttempt) => void;
}

/** Changes where outcomes come to be read in another way. */
const FORM = 'tests-1';
const KEPT = 24;

/**
 * @param root of the place where the tests run
 * @param key all that the outcomes depend on beside the files and the environment: the runner, its plan, versions of its programs
 */
export function keptTests(env: Environment, root: string, before: View, key: readonly unknown[]): KeptTests {
  const store = folderStore(join(cacheFolder(env), `tests-${hashOf(root).slice(0, 16)}`), KEPT);
  const name = hashOf(JSON.stringify([FORM, root, contentOf(before), environmentOf(env), key])).slice(0, 32);
  return {
    read: () => keptIn(store.read(name)),
    keep: (attempt) => {
      if (!('run' in attempt) || attempt.complaint !== undefined) return;
      const outcomes = [...attempt.run];
      if (outcomes.some(([, outcome]) => outcome === 'failed')) return;
      if (!outcomes.some(([, outcome]) => outcome === 'passed')) return;
      const by = attempt.by ?? null;
      store.write(name, Buffer.from(JSON.stringify({ day: before.today, by, outcomes })));
    },
  };
}

/** By the ids of blobs where git vouches for some of the files: for which ones changes with the times of files, not with what they hold. */
function contentOf(view: View): string {
  const digits = view.files.find(({ key }) => key.startsWith('git:'))?.key.slice(4).length;
  const idOf = ({ path, key, state }: FileEntry): string =>
    digits === undefined || state !== 'text' || key.startsWith('git:')
      ? key
      : `git:${blobIdOf(Buffer.from(view.textOnce(path)), digits)}`;
  return hashOf(view.files.map((file) => `${file.path}\0${idOf(file)}\0${file.mode}\0${file.state}`).join('\n'));
}

/** What a shell changes from one command to the next, and no test looks at. */
const RESTLESS = new Set(['_', 'SHLVL', 'OLDPWD', 'COLUMNS', 'LINES']);

const environmentOf = (env: Environment): string =>
  hashOf(
    Object.entries(env)
      .filter(([name]) => !RESTLESS.has(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort(byText)
      .join('\0'),
  );

/** What cannot be read as such a run is none: the tests run again. */
function keptIn(bytes: Uint8Array | null): KeptRun | null {
  if (bytes === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (!isKept(read)) return null;
    const { day, by, outcomes } = read;
    return { day, attempt: { run: new Map(outcomes), ...(by === null ? {} : { by }) } };
  } catch {
    return null;
  }
}

interface Stored {
  readonly day: string;
  readonly by: string | null;
  readonly outcomes: readonly (readonly [string, TestOutcome])[];
}

const isKept = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  'day' in value &&
  typeof value.day === 'string' &&
  'by' in value &&
  (value.by === null || typeof value.by === 'string') &&
  'outcomes' in value &&
  Array.isArray(value.outcomes) &&
  value.outcomes.every(isOutcome);

const isOutcome = (value: unknown): boolean =>
  Array.isArray(value) && typeof value[0] === 'string' && (value[1] === 'passed' || value[1] === 'skipped');
