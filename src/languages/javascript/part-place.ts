import { basename, dirname } from 'node:path/posix';

/** Where the parts of a script lie, and what stands around their names. */
export interface PartPlace {
  /** '' for the workspace's root. */
  readonly folder: string;
  /** The name of the folder in the file's own one; null for parts beside the file. */
  readonly below: string | null;
  /** What compilers and generators may go by, between the name and the extension: `.svelte`, `.dto`, `.native`; '' for none. */
  readonly suffix: string;
  /** `.ts` */
  readonly extension: string;
}

/** Endings by which files are collected for what they are, which parts are not. */
const COLLECTED = /\.(?:test|spec|e2e|cy|bench|stories|story|page|route|layout|api|config|setup|d)$/;

/**
 * `m.ts` has its parts in `m/`, and `user.dto.ts` its own in `user/`, with the ending that compilers may go by; a test module's lie in `m.test/`, without
 * the ending that would make tests of them. An `index.ts` has them beside itself.
 */
export function partPlace(path: string): PartPlace {
  const file = basename(path);
  const dot = file.lastIndexOf('.');
  const whole = file.slice(0, dot);
  const extension = file.slice(dot);
  const first = whole.indexOf('.', 1);
  const suffix = first === -1 || COLLECTED.test(whole) ? '' : whole.slice(first);
  const stem = whole.slice(0, whole.length - suffix.length);
  const home = dirname(path) === '.' ? '' : dirname(path);
  if (stem === 'index') return { folder: home, below: null, suffix, extension };
  return { folder: home === '' ? stem : `${home}/${stem}`, below: stem, suffix, extension };
}

/** The file of a part. */
export const partPath = ({ folder, suffix, extension }: PartPlace, name: string): string =>
  `${folder === '' ? '' : `${folder}/`}${name}${suffix}${extension}`;
