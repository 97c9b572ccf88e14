import { basename, dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { readsSource } from '../../namings/reads-source.ts';
import { buildTimeFiles } from './build-time-files.ts';
import { crateOf } from './crate-of.ts';
import { PRELUDE_MACROS } from './prelude-macros.ts';

/** Where a program reads the text of a source file, and with what. */
export interface TextReader {
  readonly by: string;
  readonly at: number;
  readonly what: 'include' | 'text' | 'build';
}

const CALL = /\b(\w+)\s*!\s*(?=[([{])/g;
/** The library's macros that read no file. */
const READS_NONE = (name: string): boolean => PRELUDE_MACROS.has(name) && !name.startsWith('include');
const STRING = /"((?:[^"\\\n]|\\.)*)"/g;

/**
 * Code that takes the text of a source file in: `include!`, `include_str!`, `include_bytes!` and what may come down to them, in any file of the
 * workspace, and strings of a build script that lead to it and are not there to say when the script runs again.
 */
export function textReadersOf(view: View, path: string): TextReader[] {
  const name = basename(path);
  const quoted = new RegExp(`"[^"\\n]*${name.replace(/[^\w-]/g, '.')}"`);
  const isSource = /\.(?:rs|in|inc)$/;
  const files = view.files.filter(({ path: file, state }) => state === 'text' && isSource.test(file));
  const whileBuilding = path.endsWith('.rs') ? buildTimeFiles(view, path) : [];
  const found = files.flatMap(({ path: file }) => {
    const text = view.text(file);
    return (text.includes(name) && quoted.test(text)) || text.includes('include_dir')
      ? [...callsIn(view, file, text, path), ...stringsIn(view, file, whileBuilding, path)]
      : [];
  });
  return [...found, ...whileBuilding.flatMap((file) => composedIn(view, file, path))];
}

/** What runs while the package is built may put the path together, or take what lies in a folder: a list of sources has its own question. */
function composedIn(view: View, file: string, path: string): TextReader[] {
  const reading = readsSource(view, file, path);
  return reading === null || reading.does === 'lists its folder' ? [] : [{ by: file, at: reading.at, what: 'build' }];
}

function callsIn(view: View, file: string, text: string, path: string): TextReader[] {
  return [...text.matchAll(CALL)].flatMap(({ index, 0: call, 1: macro }): TextReader[] => {
    if (READS_NONE(macro!)) return [];
    const argument = argumentAt(text, index + call.length);
    const named = [...argument.matchAll(STRING)].map(([, written]) => written!);
    if (macro === 'include_dir')
      return named.some((written) => isWithin(view, file, written, path))
        ? [{ by: file, at: index, what: 'text' }]
        : [];
    const folders = /\benv\s*!/.test(argument) ? packageFolders(view, file) : [dirname(file)];
    const leads = named.some((written) => folders.some((folder) => leadsTo(folder, written, path)));
    return leads ? [{ by: file, at: index, what: macro === 'include' ? 'include' : 'text' }] : [];
  });
}

/** `include_dir!("$CARGO_MANIFEST_DIR/src")` takes in all that lies in a folder. */
const isWithin = (view: View, file: string, written: string, path: string): boolean =>
  packageFolders(view, file).some((folder) => {
    const named = join(folder === '' ? '.' : folder, written.replace(/^\$CARGO_MANIFEST_DIR\/?/, './'));
    return path.startsWith(`${named}/`);
  });

/** From an opening bracket to the one that closes it. */
function argumentAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (/[([{]/.test(text[at]!)) depth += 1;
    else if (/[)\]}]/.test(text[at]!)) depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

/** The paths of what runs while the package is built count from its folder. */
function stringsIn(view: View, file: string, whileBuilding: readonly string[], path: string): TextReader[] {
  if (!whileBuilding.includes(file) && basename(file) !== 'build.rs') return [];
  const text = view.text(file);
  const folders = [...packageFolders(view, file), ...packageFolders(view, path)];
  return [...text.matchAll(STRING)].flatMap(({ index, 1: written }): TextReader[] => {
    const isMount = /#\s*!?\s*\[[^\]]*$/.test(text.slice(Math.max(0, index - 80), index));
    const leads = folders.some((folder) => leadsTo(folder, written!, path));
    return leads && !isMount ? [{ by: file, at: index, what: 'build' }] : [];
  });
}

const packageFolders = (view: View, file: string): readonly string[] => [crateOf(view, file)?.dir ?? ''];

const leadsTo = (folder: string, written: string, path: string): boolean =>
  join(folder === '' ? '.' : folder, written.replace(/^\/+/, '')) === path;
