import { execFileSync } from 'node:child_process';

/** Texts of blobs, by object name; a blob that this copy of the repository lacks is not in the result. */
export function readBlobs(repository: string, blobs: readonly string[]): Map<string, string> {
  const bytes = execFileSync('git', ['-C', repository, 'cat-file', '--batch'], {
    input: `${blobs.join('\n')}\n`,
    maxBuffer: 2 ** 31 - 1,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const texts = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const [blob, kind, size] = bytes.subarray(at, end).toString().split(' ') as [string, string, string];
    at = end + 1;
    if (kind !== 'blob') continue;
    texts.set(blob, bytes.subarray(at, at + Number(size)).toString());
    at += Number(size) + 1;
  }
  return texts;
}
