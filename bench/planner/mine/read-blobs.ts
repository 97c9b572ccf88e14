import { execFileSync } from 'node:child_process';

/** Texts of blobs, by object name; a blob that this copy of the repository lacks is not in the result. */
export function readBlobs(repository: string, blobs: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (let from = 0; from < blobs.length; from += AT_ONCE) {
    const bytes = catFile(repository, '--batch', blobs.slice(from, from + AT_ONCE));
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(10, at);
      const [blob, kind, size] = bytes.subarray(at, end).toString().split(' ') as [string, string, string];
      at = end + 1;
      if (kind === 'missing') continue;
      texts.set(blob, bytes.subarray(at, at + Number(size)).toString());
      at += Number(size) + 1;
    }
  }
  return texts;
}

const AT_ONCE = 2000;

/** Bytes of blobs, by object name; as above. */
export function readSizes(repository: string, blobs: readonly string[]): Map<string, number> {
  const lines = catFile(repository, '--batch-check', blobs).toString().trimEnd().split('\n');
  return new Map(
    lines.flatMap((line): [string, number][] => {
      const [blob, kind, size] = line.split(' ') as [string, string, string];
      return kind === 'blob' ? [[blob, Number(size)]] : [];
    }),
  );
}

const catFile = (repository: string, how: string, blobs: readonly string[]): Buffer =>
  execFileSync('git', ['-C', repository, 'cat-file', how], {
    input: `${blobs.join('\n')}\n`,
    maxBuffer: 2 ** 31 - 1,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
