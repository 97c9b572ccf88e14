import { execFileSync } from 'node:child_process';

/** A file on one or both sides of a commit. Blobs are object names; null where the side lacks the file. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReadCommit {
  readonly id: string;
  readonly parent: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly merge: boolean;
  /** Author, and the whole message. */
  readonly said: string;
  readonly files: readonly ChangedFile[];
}

const SOURCES = ['*.rs', '*.py', '*.ts', '*.tsx'];
const NOTHING = /^0+$/;

/**
 * The commits of HEAD's history that add a source file and change or remove another. Each change alone, then what a merge brought to the branch it
 * went into as one change: a split that took several commits is whole there.
 */
export function readCommits(repository: string): ReadCommit[] {
  return [...readLog(repository, ['--no-merges']), ...readLog(repository, ['--merges', '--first-parent', '-m'])];
}

function readLog(repository: string, which: readonly string[]): ReadCommit[] {
  const format = '%x01%H%x02%P%x02%ct%x02%an <%ae>%n%B%x02';
  const args = ['-C', repository, 'log', ...which, '--no-renames', '--raw', '--abbrev=40', '-z', '--diff-filter=AMD'];
  const text = execFileSync('git', [...args, `--format=${format}`, 'HEAD', '--', ...SOURCES], {
    encoding: 'latin1',
    maxBuffer: 2 ** 31 - 1,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return text
    .split('\x01')
    .slice(1)
    .flatMap((section) => readSection(section));
}

function readSection(section: string): ReadCommit[] {
  const [id, parents, time, said, raw] = section.split('\x02') as [string, string, string, string, string];
  const [parent, ...others] = parents.split(' ');
  if (!parent) return [];
  const files = readRaw(raw);
  const adds = files.some(({ before }) => before === null);
  const loses = files.some(({ before }) => before !== null);
  return adds && loses ? [{ id, parent, time: Number(time), merge: others.length > 0, said, files }] : [];
}

function readRaw(raw: string): ChangedFile[] {
  const fields = raw.split('\0');
  const files: ChangedFile[] = [];
  for (let i = 0; i + 1 < fields.length; i += 1) {
    const change = /:\d+ (\d+) ([0-9a-f]{40}) ([0-9a-f]{40}) [AMD]$/.exec(fields[i]!);
    if (!change) continue;
    const [, , before, after] = change;
    i += 1;
    const side = (blob: string): string | null => (NOTHING.test(blob) ? null : blob);
    files.push({ path: Buffer.from(fields[i]!, 'latin1').toString(), before: side(before!), after: side(after!) });
  }
  return files;
}
