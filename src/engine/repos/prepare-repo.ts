import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { openRepository, type Repository } from '../../git/open-repository.ts';
import { lastLine, tryGit } from '../../git/run-git.ts';
import { unfinishedOperation } from '../../git/unfinished-operation.ts';
import type { RepoEntry } from './read-repos.ts';

export type Prepared = { readonly repository: Repository } | { readonly why: string };

/** A repository that a branch can be made in: cloned where it is an address, clean, with a commit, and without that branch; else why not. */
export async function prepareRepo(
  entry: RepoEntry,
  {
    cwd,
    into,
    branch,
    signal,
  }: { readonly cwd: string; readonly into: string; readonly branch: string; readonly signal: AbortSignal },
): Promise<Prepared> {
  const folder = entry.isClone ? resolve(cwd, into, entry.name) : resolve(cwd, entry.source);
  if (entry.isClone) {
    const lost = await clone(entry.source, folder, signal);
    if (lost !== null) return { why: lost };
  }
  if (!isFolder(folder)) return { why: 'there is no such folder' };
  const opened = await openRepository(folder, signal);
  if (opened.repository === null) return { why: opened.reason };
  const { repository } = opened;
  const { topLevel, prefix, head } = repository;
  if (prefix !== '') return { why: `it lies within the repository ${topLevel}` };
  if (head === null) return { why: 'it has no commit yet' };
  const begun = await unfinishedOperation(repository, signal);
  if (begun !== null) return { why: `${begun} is not finished here` };
  const options = { cwd: topLevel, signal };
  const status = await tryGit(['status', '--porcelain', '--untracked-files=no'], options);
  if (status.stdout.length > 0) return { why: 'its files differ from the last commit' };
  const known = await tryGit(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`], options);
  return known.exitCode === 0 ? { why: `it has a branch ${branch} already` } : { repository };
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Null once it is there; a folder that is there already is taken for the clone that it is. */
async function clone(source: string, folder: string, signal: AbortSignal): Promise<string | null> {
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) {
    const origin = await tryGit(['config', '--get', 'remote.origin.url'], { cwd: folder, signal });
    return origin.stdout.toString('utf8').trim() === source ? null : `${folder} is there, and is no clone of it`;
  }
  // It was asked for by name: the one connection that this program opens.
  const settings = ['protocol.allow=user', 'protocol.ext.allow=never'];
  const made = await tryGit(['clone', '--quiet', '--template=', '--', source, folder], { cwd: '/', signal, settings });
  return made.exitCode === 0 ? null : `it cannot be cloned: ${lastLine(made.stderr.toString())}`;
}
