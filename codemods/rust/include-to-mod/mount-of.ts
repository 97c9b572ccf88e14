import { dirname, relative } from 'node:path/posix';

interface Mounted {
  readonly host: string;
  /** Where `mod x;` of the host looks for its file. */
  readonly folder: string;
  readonly name: string;
  readonly part: string;
  /** False if its own modules would not be found by a plain `mod`. */
  readonly plain: boolean;
}

/** The attribute that leads `mod x;` to a part; null where it finds it by its name. */
export function mountOf({ host, folder, name, part, plain }: Mounted): string | null {
  const below = `${folder === '' ? '' : `${folder}/`}${name}`;
  if (plain && (part === `${below}.rs` || part === `${below}/mod.rs`)) return null;
  const own = dirname(host);
  return `#[path = "${relative(own === '.' ? '' : own, part)}"]`;
}
