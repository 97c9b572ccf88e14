/** One commit as history needs it: facts of its id, true for ever. */
export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  /** Committer date, seconds since 1970. */
  readonly time: number;
  /** `Name <mail>` as the commit has it, before any mailmap. */
  readonly author: string;
  /** Empty for merges: git shows no difference for them. Paths from the top folder, latin1 for their raw bytes. */
  readonly changes: readonly Change[];
}

export interface Change {
  /** A, C, D, M, R, T. */
  readonly status: string;
  readonly path: string;
  /** The name before a rename; null otherwise. */
  readonly from: string | null;
}

export const LOG_FORMAT = '%x01%H%x02%P%x02%ct%x02%an <%ae>';

const MARK = 1;
const NEWLINE = 10;

/** Reads `git log -z --name-status -M --format=<LOG_FORMAT>`. */
export function parseLog(bytes: Buffer): Commit[] {
  const commits: Commit[] = [];
  let changes: Change[] = [];
  let position = 0;
  const next = (): string => {
    const end = endOf(bytes, position);
    const record = bytes.toString('latin1', position, end);
    position = end + 1;
    return record;
  };
  while (position < bytes.length) {
    if (bytes[position] === MARK) {
      position += 1;
      const [id, parents, time, author] = next().split('\x02') as [string, string, string, string];
      changes = [];
      commits.push({ id, parents: parents === '' ? [] : parents.split(' '), time: Number(time), author, changes });
      continue;
    }
    // The first status of a commit stands behind a newline. Only its letter is read: most records are statuses.
    if (bytes[position] === NEWLINE) position += 1;
    const status = LETTERS[bytes[position]!] ?? '';
    position = endOf(bytes, position) + 1;
    if (status === '') continue;
    const first = next();
    if (status === 'R' || status === 'C') changes.push({ status, path: next(), from: status === 'R' ? first : null });
    else changes.push({ status, path: first, from: null });
  }
  return commits;
}

/** The letters of statuses by code. */
const LETTERS: readonly (string | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Z]/.test(sign) ? sign : undefined;
});

function endOf(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(0, from);
  return end === -1 ? bytes.length : end;
}
