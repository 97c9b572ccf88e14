import { dirname, extname, join } from 'node:path/posix';
import type { View } from '../../src/workspace/view.ts';

/** How a program takes in the text of a source file, and the offset of what says so. */
export interface SourceReading {
  readonly at: number;
  readonly does: 'names it' | 'puts its path together' | 'lists its folder';
}

/** Calls that read files or run programs which may, in the languages that are read here. */
const READS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\.rs$/,
    /\bread_to_(?:string|end)\b|\bfs(?:_err)?::read\b|\bFile::open\b|\bread_dir\b|\bWalk(?:Dir|Builder)\b|\bglob\w*\s*[!(]|\bglob\w*::|\bCommand::new\b|\bcmd!/,
  ],
  [
    /\.pyi?$/,
    /\bopen\s*\(|\bread_(?:text|bytes)\b|\bi?r?glob\b|\biterdir\b|\bos\.walk\b|\b(?:list|scan)dir\b|\bgetsource\w*\b|\blinecache\b|\bfileinput\b|\bsubprocess\b|\bos\.(?:system|popen)\b|\bshutil\.copy|\bimportlib[._]resources\b|\bfrom_(?:asset|file)\b/,
  ],
  [
    /\.[cm]?[jt]sx?$/,
    /\bread(?:File|dir)(?:Sync)?\b|\bcreateReadStream\b|\bcopyFile(?:Sync)?\b|\bcp(?:Sync)?\s*\(|\bopen(?:dir)?Sync\b|\bglob(?:by|Sync)?\b|\bfast-glob\b|\bBun\.file\b|\bDeno\.(?:read|open|run)|\bcreate(?:SourceFile|Program)\b|\baddSourceFile|\bexec(?:File)?(?:Sync)?\b|\bspawn(?:Sync)?\b|\bfrom(?:Asset|File)\b|\$`/,
  ],
];
const LISTS =
  /\bread_dir\b|\bWalk(?:Dir|Builder)\b|\bi?r?glob(?:by|Sync)?\b|\bfast-glob\b|\breaddir(?:Sync)?\b|\biterdir\b|\bos\.walk\b|\b(?:list|scan)dir\b/;
const STRING = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
/** Whatever a program is started from: the paths that it puts together begin there. */
const OWN_PLACE = /CARGO_MANIFEST_DIR|__dirname|__file__|import\.meta|\bcwd\b|"\.{1,2}"|'\.{1,2}'/;

export const canRead = (path: string, text: string): boolean =>
  READS.some(([files, calls]) => files.test(path) && calls.test(text));

/**
 * What a program does to read a source file whose path it does not write out: it puts the path together of words or a pattern, or takes what it
 * finds in a folder. Null where nothing points to it; strings in other notations, and paths that come from elsewhere, are not seen.
 * @param by a file that reads files
 */
export function readsSource(view: View, by: string, path: string): SourceReading | null {
  const text = view.text(by);
  if (!canRead(by, text)) return null;
  const strings = [...text.matchAll(STRING)].map((match) => ({
    at: match.index,
    text: (match[1] ?? match[2] ?? match[3])!,
  }));
  const composed = strings.find((one) => isPattern(one.text, path)) ?? joined(strings, path);
  if (composed) return { at: composed.at, does: 'puts its path together' };
  const listed = LISTS.test(text) ? listing(view, by, strings, path) : undefined;
  return listed ? { at: listed.at, does: 'lists its folder' } : null;
}

interface Quoted {
  readonly at: number;
  readonly text: string;
}

const HOLE = /\$\{[^}]*\}|\{[^}]*\}|%[sr]|\*+/g;

/** `src/{module}.rs`, `${root}/src/${name}.ts`, `src/*.py`: a path with holes of which something is fixed but its end. */
function isPattern(written: string, path: string): boolean {
  const extension = extname(path);
  if (!written.endsWith(extension) || written.search(HOLE) === -1) return false;
  const parts = written.split(HOLE);
  if (parts.slice(0, -1).every((part) => !/\w/.test(part))) return false;
  const rest = parts.map((part) => part.replace(/[.+^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:.*/)?${rest.join('.*').replace(/^\/+/, '')}$`).test(`/${path}`);
}

/** `Path::new("src").join("core").with_extension("rs")`: the folder, the name and the ending, each a string of its own. */
function joined(strings: readonly Quoted[], path: string): Quoted | undefined {
  const extension = extname(path);
  const [folder, name] = [dirname(path), path.slice(path.lastIndexOf('/') + 1)];
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  const has = (word: string): Quoted | undefined =>
    strings.find(({ text }) => text === word || text.endsWith(`/${word}`));
  if (last === '.' || !(has(last) ?? has(`${last}/`))) return undefined;
  const stem = name.slice(0, -extension.length);
  return has(name) ?? (has(extension.slice(1)) || has(extension) ? has(stem) : undefined);
}

/** It lists a folder above the file that it names, or is a tool that starts from its own place and looks at files of this ending. */
function listing(view: View, by: string, strings: readonly Quoted[], path: string): Quoted | undefined {
  const homes = homesOf(view, by);
  const named = strings.find(({ text }) => {
    const plain = text.replace(/[*?].*$/, '').replace(/^\/+|\/+$/g, '');
    return /\w/.test(plain) && homes.some((home) => path.startsWith(`${join(home, plain)}/`));
  });
  if (named !== undefined) return named;
  if (!BESIDE_THE_CODE.test(by) || !OWN_PLACE.test(view.text(by))) return undefined;
  const extension = extname(path).slice(1);
  return strings.find(({ text }) => text === extension || text.endsWith(`.${extension}`));
}

/** A library that lists folders lists those of its users; tests and tools list the sources. */
const BESIDE_THE_CODE = /(?:^|\/)(?:tests?|tools?|scripts?|xtask|bench(?:es|marks)?|ci|dev)\//;

/** The root of the workspace, the program's own folder, and the packages that it lies in. */
function homesOf(view: View, by: string): string[] {
  const { crates, distributions, packages } = view.manifests;
  const dirs = [...crates, ...distributions, ...packages].map(({ dir }) => dir);
  const above = dirs.filter((dir) => dir !== '' && by.startsWith(`${dir}/`));
  return ['', dirname(by), ...above];
}
