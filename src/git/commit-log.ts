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

/** Reads `git log -z --name-status -M --format=<LOG_FORMAT>`. */
export function parseLog(bytes: Buffer): Commit[] {
  const commits: Commit[] = [];
  let changes: Change[] = [];
  let at = 0;
  const next = (): string => {
    const end = bytes.indexOf(0, at);
    const record = bytes.toString('latin1', at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return record;
  };
  while (at < bytes.length) {
    if (bytes[at] === 1) {
      const [id, parents, time, author] = next().slice(1).split('\x02') as [string, string, string, string];
      changes = [];
      commits.push({ id, parents: parents === '' ? [] : parents.split(' '), time: Number(time), author, changes });
      continue;
    }
    // The first status of a commit stands behind a newline.
    const status = next().trimStart();
    if (status === '') continue;
    const first = next();
    const kind = status[0]!;
    if (kind === 'R' || kind === 'C') changes.push({ status: kind, path: next(), from: kind === 'R' ? first : null });
    else changes.push({ status: kind, path: first, from: null });
  }
  return commits;
}
