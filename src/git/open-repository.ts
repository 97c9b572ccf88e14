import { resolve } from 'node:path';
import { isRefactorError } from '../core/errors.ts';
import { lastLine, runGit, tryGit } from './run-git.ts';

/** A git repository as seen from the workspace, which is its top folder or any folder below. */
export interface Repository {
  /** The workspace: every git command runs here and every path is relative to it. */
  readonly root: string;
  readonly topLevel: string;
  /** From the top folder to the workspace: '' or `a/b/`. */
  readonly prefix: string;
  /** What linked work trees share: the identity of the repository on this machine. */
  readonly commonDir: string;
  readonly shallow: boolean;
  /** True where objects may be missing until a remote is asked: similar content must not be compared then. */
  readonly partial: boolean;
  /** Commit id, or null before the first commit. */
  readonly head: string | null;
  /** Seconds since 1970 of HEAD's committer date. */
  readonly headTime: number | null;
  /** git's settings, names in lower case but for subsections. */
  readonly settings: ReadonlyMap<string, string>;
  /** Switches every content filter off, as arguments for `tryGit`. */
  readonly withoutFilters: readonly string[];
}

export type OpenedRepository =
  | { readonly repository: Repository }
  | { readonly repository: null; readonly reason: string };

/** Opens the repository that holds a folder. Outside git, without git, or where git refuses: the reason instead. */
export async function openRepository(root: string, signal?: AbortSignal): Promise<OpenedRepository> {
  const options = { cwd: root, signal };
  let found: Awaited<ReturnType<typeof tryGit>>;
  try {
    found = await tryGit(
      [
        'rev-parse',
        '--is-inside-work-tree',
        '--is-shallow-repository',
        '--show-toplevel',
        '--git-common-dir',
        '--show-prefix',
      ],
      options,
    );
  } catch (error) {
    if (isRefactorError(error) && error.problem.code === 'program-not-found')
      return { repository: null, reason: 'git is not installed' };
    throw error;
  }
  if (found.exitCode !== 0) return { repository: null, reason: whyRefused(found.stderr) };
  const lines = found.stdout.toString('utf8').split('\n');
  const [inside, shallow, topLevel, commonDir, prefix] = lines as [string, string, string, string, string];
  if (inside !== 'true') return { repository: null, reason: 'the folder lies inside a .git folder' };
  if (prefix !== '' && (await tryGit(['check-ignore', '-q', root], options)).exitCode === 0)
    return { repository: null, reason: `the repository ${topLevel} ignores this folder` };
  const settings = readSettings(await runGit(['config', '-z', '--list'], options));
  const head = await readHead(root, signal);
  return {
    repository: {
      root,
      topLevel,
      prefix,
      commonDir: resolve(root, commonDir),
      shallow: shallow === 'true',
      partial: [...settings.keys()].some((name) => name === 'extensions.partialclone' || name.endsWith('.promisor')),
      head: head?.id ?? null,
      headTime: head?.time ?? null,
      settings,
      withoutFilters: filterDrivers(settings).flatMap((name) => [
        `filter.${name}.clean=`,
        `filter.${name}.smudge=`,
        `filter.${name}.process=`,
        `filter.${name}.required=false`,
      ]),
    },
  };
}

/** A repository of objects alone: there are no files to be read. */
export const BARE = 'the repository is bare: it has no work tree';

function whyRefused(stderr: string): string {
  if (stderr.includes('dubious ownership'))
    return 'git refuses this repository: its folder belongs to another user (safe.directory)';
  if (stderr.includes('must be run in a work tree')) return BARE;
  if (stderr.includes('not a git repository')) return 'the folder is not in a git repository';
  return `git reported: ${lastLine(stderr)}`;
}

async function readHead(root: string, signal?: AbortSignal): Promise<{ id: string; time: number } | null> {
  const result = await tryGit(['log', '-1', '--no-show-signature', '--format=%H %ct', 'HEAD'], { cwd: root, signal });
  const [id, time] = result.stdout.toString('latin1').trim().split(' ');
  return result.exitCode === 0 && id ? { id, time: Number(time) } : null;
}

/** `git config -z --list`: name, newline, value, NUL; a name alone means true. The last one wins. */
function readSettings(bytes: Buffer): Map<string, string> {
  const settings = new Map<string, string>();
  for (const record of bytes.toString('utf8').split('\0')) {
    if (record === '') continue;
    const index = record.indexOf('\n');
    settings.set(index === -1 ? record : record.slice(0, index), index === -1 ? 'true' : record.slice(index + 1));
  }
  return settings;
}

const filterDrivers = (settings: ReadonlyMap<string, string>): string[] => [
  ...new Set([...settings.keys()].flatMap((name) => /^filter\.(.+)\.[^.]+$/.exec(name)?.[1] ?? [])),
];
