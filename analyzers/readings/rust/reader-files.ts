import { dirname } from 'node:path/posix';
import { isOtherTarget } from '../../../src/languages/rust/other-targets.ts';
import type { View } from '../../../src/workspace/view.ts';
import { allMounts } from './mounts.ts';

/** The files whose code may name what is not public in a file. */
export interface ReaderFiles {
  /** Rust files that are compiled with it. */
  readonly sources: readonly string[];
  /** Other text files that are spliced into its crate, each with the file that does. */
  readonly spliced: readonly { readonly path: string; readonly by: string }[];
  /** What a build script may make code of: the script itself, and texts of the package. */
  readonly templates: readonly string[];
}

const LARGEST = 500_000;
const NO_TEMPLATE = /\.(?:md|lock|toml|rst|ya?ml)$/;

/**
 * Those of its package; of tests, examples and other packages where one mounts or splices sources of the other; and what is spliced from
 * anywhere.
 * @param scope the folder of its package, '' or `crates/press/`
 */
export function readerFiles(view: View, path: string, scope: string): ReaderFiles {
  const isOther = isOtherTarget(path, scope) ? () => false : (file: string) => isOtherTarget(file, scope);
  const isInside = (file: string): boolean => file.startsWith(scope) && !isOther(file);
  const mounts = allMounts(view).map(({ by, kind, targets }) => ({
    by,
    kind,
    present: targets.filter((target) => view.file(target)?.state === 'text'),
  }));
  const joined = mounts.flatMap(({ by, present }) => {
    if (isInside(by)) return present.filter((target) => !isInside(target)).flatMap(withChildren);
    return present.some(isInside) ? [isScript(by) ? by : `${dirname(by)}/`] : [];
  });
  const isJoined = (file: string): boolean =>
    joined.some((one) => file === one || (one.endsWith('/') && file.startsWith(one)));
  const isReader = (file: string): boolean => isInside(file) || isJoined(file);
  const spliced = mounts
    .filter(({ by }) => isReader(by))
    .flatMap(({ by, present }) => present.map((target) => ({ path: target, by })))
    .filter((one) => view.file(one.path)!.grammar !== 'rust');
  const sources = view.files.filter(({ grammar, state }) => grammar === 'rust' && state === 'text');
  return {
    sources: sources.map((file) => file.path).filter(isReader),
    spliced,
    templates: templatesOf(view, scope),
  };
}

/** Where there is a build script: itself, and every text of the package that is no document. */
function templatesOf(view: View, scope: string): string[] {
  const script = `${scope}build.rs`;
  if (!view.file(script)) return [];
  const texts = view.files.filter(
    ({ path, state, grammar, bytes }) =>
      state === 'text' && grammar === null && bytes < LARGEST && path.startsWith(scope) && !NO_TEMPLATE.test(path),
  );
  return [script, ...texts.map(({ path }) => path)];
}

/** A build script is one file; what stands beside a test or a root is compiled with it. */
const isScript = (file: string): boolean => /(?:^|\/)build\.rs$/.test(file);

const withChildren = (file: string): string[] =>
  /(?:^|\/)mod\.rs$/.test(file) ? [`${dirname(file)}/`] : [file, `${file.replace(/\.rs$/, '')}/`];
