import { dirname, join } from 'node:path/posix';
import type { Written } from '../emit-project.ts';
import type { TscMessage } from '../run-tsc.ts';

/** The declarations that a compiler writes for a project. */
export interface Emitted {
  /** Source file without its extension, relative to the stage -> text of its declarations. */
  readonly texts: ReadonlyMap<string, string>;
  readonly messages: readonly TscMessage[];
}

/** Declarations by the files that they are of. */
export const declarationsOf = ({ declarations, messages }: Written): Emitted => ({
  texts: new Map([...declarations].map(([path, text]) => [path.replace(/\.d\.[mc]?ts$/, ''), text])),
  messages,
});

export const stemOf = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '');

/** A module name in declarations, as the stem of the file that it means; a package's name as it is. */
export function targetOf(texts: ReadonlyMap<string, string>, from: string, name: string): string {
  if (!/^\.\.?(\/|$)/.test(name)) return name;
  const target = join(dirname(from), name).replace(/\/$/, '');
  const folder = target === '.' ? 'index' : `${target}/index`;
  return [target, stemOf(target), folder].find((one) => texts.has(one)) ?? stemOf(target);
}
