import { parse } from 'smol-toml';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';

/** How rustfmt lays a package's imports out. */
export interface RustStyle {
  /** The edition whose style holds: 2024 sorts names in another way. */
  readonly edition: string;
  readonly width: number;
}

/** The nearest `rustfmt.toml` above a file, as far as imports depend on it; rustfmt's own defaults where there is none. */
export function rustfmtStyle(view: View, path: string): RustStyle {
  const edition = crateOf(view, path)?.edition ?? '2021';
  const folders = path.split('/').map((_, i, all) => all.slice(0, all.length - 1 - i).join('/'));
  const files = folders.flatMap((folder) => NAMES.map((name) => (folder === '' ? name : `${folder}/${name}`)));
  const config = files.map((file) => read(view, file)).find((one) => one !== null) ?? {};
  return { edition: styleOf(config) ?? edition, width: typeof config.max_width === 'number' ? config.max_width : 100 };
}

const NAMES = ['rustfmt.toml', '.rustfmt.toml'];

function styleOf(config: Record<string, unknown>): string | null {
  if (config.version === 'Two') return '2024';
  return typeof config.style_edition === 'string' ? config.style_edition : null;
}

function read(view: View, path: string): Record<string, unknown> | null {
  if (view.file(path)?.state !== 'text') return null;
  try {
    return parse(view.text(path));
  } catch {
    return {}; // rustfmt reports what is wrong with it.
  }
}
