import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { hashOf } from '../../core/hash.ts';
import type { Repository } from '../../git/open-repository.ts';
import { runGit, tryGit } from '../../git/run-git.ts';

/**
 * Gives the copy a `.git` of its own, for tools that ask for version or revision: the same refs, HEAD and index, objects borrowed, nothing
 * shared that can be written. Left alone if it is up to date: build scripts watch `.git/HEAD`. Returns its key for the next run; null
 * without git, or where the workspace is only a part of the repository.
 */
export async function stageGit(
  repository: Repository | null,
  target: string,
  lastKey: string | null,
  signal: AbortSignal,
): Promise<string | null> {
  const place = join(target, '.git');
  if (repository === null || repository.prefix !== '') {
    await rm(place, { recursive: true, force: true });
    return null;
  }
  const options = { cwd: repository.root, signal };
  const text = async (...args: string[]): Promise<string> => (await runGit(args, options)).toString('utf8').trimEnd();
  const index = resolve(repository.root, await text('rev-parse', '--git-path', 'index'));
  const refs = await text('for-each-ref', '--format=%(objectname) %(refname)');
  const branch = (await tryGit(['symbolic-ref', '-q', 'HEAD'], options)).stdout.toString('utf8').trim();
  const head = branch === '' ? (repository.head ?? '') : `ref: ${branch}`;
  const key = hashOf([repository.commonDir, head, refs, hashOf(await readIfThere(index))].join('\n'));
  if (key === lastKey && (await readIfThere(join(place, 'HEAD'))).length > 0) return key;

  const made = join(dirname(target), 'git.tmp');
  await rm(made, { recursive: true, force: true });
  const format = await text('rev-parse', '--show-object-format');
  await runGit(['init', '--quiet', '--template=', `--object-format=${format}`, made], options);
  const inside = join(made, '.git');
  await mkdir(join(inside, 'objects/info'), { recursive: true });
  await writeFile(join(inside, 'objects/info/alternates'), `${join(repository.commonDir, 'objects')}\n`);
  if (refs !== '') await writeFile(join(inside, 'packed-refs'), `${refs}\n`);
  await writeFile(join(inside, 'HEAD'), `${head}\n`);
  const shallow = await readIfThere(join(repository.commonDir, 'shallow'));
  if (shallow.length > 0) await writeFile(join(inside, 'shallow'), shallow);
  if ((await readIfThere(index)).length > 0) await copyFile(index, join(inside, 'index'));
  for (const name of await readdir(dirname(index)))
    if (basename(name).startsWith('sharedindex.')) await copyFile(join(dirname(index), name), join(inside, name));
  await rm(place, { recursive: true, force: true });
  await rename(inside, place);
  await rm(made, { recursive: true, force: true });
  return key;
}

async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
