import { parse as parseToml } from 'smol-toml';
import { type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';

/** One flag that every compilation below a folder gets. */
export interface RustFlag {
  readonly flag: string;
  /** File of the workspace that sets it. */
  readonly path: string;
  readonly line: number;
  /** Folder below which it holds, '' for the whole workspace. */
  readonly dir: string;
}

const PLACES = /(?:^|\/)\.cargo\/config(?:\.toml)?$/;

/** The rustflags of every `.cargo/config.toml`: of `[build]`, of targets, and RUSTFLAGS under `[env]`, which cargo does not read there. */
export function rustFlags(view: View): RustFlag[] {
  return view.files
    .filter(({ path, state }) => state === 'text' && PLACES.test(path))
    .flatMap(({ path }) => flagsIn(view.text(path), path));
}

function flagsIn(text: string, path: string): RustFlag[] {
  const table = tableOf(text);
  if (table === null) return [];
  const targets = tableAt(table, 'target') ?? {};
  const holders = [tableAt(table, 'build'), ...Object.keys(targets).map((name) => tableAt(targets, name))];
  const dir = path.slice(0, Math.max(0, path.indexOf('.cargo/') - 1));
  return holders
    .flatMap((holder) => wordsOf(holder?.rustflags))
    .map((flag) => ({ flag, path, dir, line: text.slice(0, Math.max(0, text.indexOf(flag))).split('\n').length }));
}

const wordsOf = (value: unknown): string[] => {
  const words = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : `${value ?? ''}`.split(/\s+/);
  const found: string[] = [];
  // `-A`, `lint` in two words is one flag.
  for (const word of words.filter((one) => one !== '')) {
    const last = found.at(-1);
    if (last !== undefined && /^(?:-[AWDF]|--(?:allow|warn|deny|forbid|cap-lints))$/.test(last))
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
};

function tableOf(text: string): Table | null {
  try {
    return parseToml(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** `allow` of `-Aclippy::all`, `--allow warnings`; `cap-lints`; null for any other flag. */
export function lintFlag(flag: string): { readonly kind: string; readonly lint: string } | null {
  const [, short, lint] = /^-([AWDF])\s*([\w:-]+)$/.exec(flag) ?? [];
  if (short && lint) return { kind: { A: 'allow', W: 'warn', D: 'deny', F: 'forbid' }[short]!, lint };
  const [, long, value] = /^--(allow|warn|deny|forbid|cap-lints)[= ]([\w:-]+)$/.exec(flag) ?? [];
  return long && value ? { kind: long, lint: value } : null;
}
