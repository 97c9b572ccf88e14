import { basename, dirname, join } from 'node:path/posix';
import { crateOf } from '../../../../../analyzers/readings/rust/crate-of.ts';
import { rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { mountsOf } from '../../../../../analyzers/readings/rust/mounts.ts';
import { textReadersOf } from '../../../../../analyzers/readings/rust/text-readers.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Facade } from './facade.ts';
import { type ModLine, type PartFile, plainMount } from './parts-of.ts';
import type { Problem } from './problem.ts';

/**
 * Where the files lie: a `mod` line leads to its part and to nothing else, each file is one module of one place, and nobody takes the text of the
 * divided file in.
 */
export function checkPlaces(
  facade: Pick<Facade, 'path' | 'textPath'>,
  before: View,
  after: View,
  files: readonly PartFile[],
  lines: readonly ModLine[],
): Problem[] {
  const { path, textPath } = facade;
  const parts = files.filter(({ depth }) => depth > 0);
  return [
    ...parts.filter(({ depth }) => depth === 1).flatMap((part) => lineProblems(path, after, part, lines)),
    ...(parts.length === 0 ? [] : mountProblems(path, before, after)),
    ...parts.flatMap((part) => elsewhere(after, part, files)),
    ...fileNameProblems(before, after, parts),
    ...(path === textPath ? [] : renameProblems(path, textPath, after)),
    ...readProblems(path, textPath, after),
    ...(parts.length === 0 ? [] : listProblems(path, after)),
  ];
}

function lineProblems(path: string, after: View, part: PartFile, lines: readonly ModLine[]): Problem[] {
  const line = lines.find(({ name, candidates }) => name === part.name && candidates.includes(part.path));
  if (line === undefined || line.mounted) return [];
  const folder = moduleFolder(after, path);
  const own = plainMount(folder, line.name);
  const at = { path, start: line.start };
  if (!own.includes(part.path)) return [{ ...at, why: `\`mod ${line.name}\` looks for its file in ${folder || '.'}` }];
  const other = own.find((one) => one !== part.path && after.file(one));
  return other === undefined ? [] : [{ ...at, why: `\`mod ${line.name}\` has two files: ${part.path} and ${other}` }];
}

/** A file that two places mount is two modules, and looks for its parts from each. */
function mountProblems(path: string, before: View, after: View): Problem[] {
  const mounts = mountsOf(after, path);
  const isPlain = isTarget(before, path) || isMountedPlainly(after, path);
  if (mounts.length > 1 || (mounts.length > 0 && isPlain))
    return [{ path, start: 0, why: `R36: the file is mounted in more than one place, by ${mounts[0]!.by} too` }];
  const [only] = mounts;
  return only?.kind === 'include' ? [{ path, start: 0, why: `R48: ${only.by} splices the file with include!` }] : [];
}

const isTarget = (view: View, path: string): boolean =>
  crateOf(view, path)?.targets.some((target) => target.path === path) ?? false;

/** `mod stem;` without a path in the file above. */
function isMountedPlainly(view: View, path: string): boolean {
  const [folder, name] = [dirname(path), basename(path, '.rs')];
  const stem = name === 'mod' ? basename(folder) : name;
  const above = name === 'mod' ? dirname(folder) : folder;
  const parents = [
    `${above}.rs`,
    ...['mod', 'lib', 'main'].map((one) => (above === '.' ? `${one}.rs` : `${above}/${one}.rs`)),
  ];
  const plain = new RegExp(`(?:^|[;}\\s])mod\\s+(?:r#)?${stem}\\s*;`);
  const mounted = new RegExp(`\\bpath\\s*=\\s*"[^"]*"[^;{}]*\\bmod\\s+(?:r#)?${stem}\\s*;`, 'g');
  return parents.some((parent) => {
    if (view.file(parent)?.state !== 'text' || parent === path) return false;
    return plain.test(view.text(parent).replace(mounted, ''));
  });
}

function elsewhere(after: View, { path }: PartFile, files: readonly PartFile[]): Problem[] {
  const mount = mountsOf(after, path).find(({ by }) => !files.some((file) => file.path === by));
  return mount === undefined ? [] : [{ path, start: 0, why: `R36: ${mount.by} mounts the part too` }];
}

// What Windows keeps for devices: such a file cannot be checked out there.
const DEVICE = /^(?:aux|con|nul|prn|com\d|lpt\d)\.rs$/i;

/** A new file must not be another one where names differ by case alone, and must be possible. */
function fileNameProblems(before: View, after: View, parts: readonly PartFile[]): Problem[] {
  const fresh = parts.filter(({ path }) => !before.file(path));
  const spellings = new Map<string, Set<string>>();
  for (const { path } of fresh.length === 0 ? [] : after.files)
    for (let at = path; at !== '.'; at = dirname(at)) {
      const known = spellings.get(at.toLowerCase()) ?? new Set<string>();
      spellings.set(at.toLowerCase(), known.add(at));
    }
  const isAnother = (path: string): boolean =>
    path.split('/').some(
      (_, i, all) =>
        (spellings.get(
          all
            .slice(0, i + 1)
            .join('/')
            .toLowerCase(),
        )?.size ?? 0) > 1,
    );
  return fresh
    .filter(({ path }) => DEVICE.test(basename(path)) || isAnother(path))
    .map(({ path }) => ({ path, start: 0, why: 'on some systems a file of this name is another one, or cannot be' }));
}

function renameProblems(path: string, textPath: string, after: View): Problem[] {
  const [mount] = mountsOf(after, textPath);
  return mount === undefined ? [] : [{ path, start: 0, why: `${mount.by} names ${textPath}, which is ${path} now` }];
}

/** A build script that lists a folder finds the parts in it, and so does code of the package that lists its own sources. */
function listProblems(path: string, after: View): Problem[] {
  const crate = crateOf(after, path);
  if (!crate) return [];
  const script =
    crate.targets.find(({ kind }) => kind === 'build')?.path ?? `${crate.dir ? `${crate.dir}/` : ''}build.rs`;
  const named = (folder: string): string => join(crate.dir, folder.replace(/^\/+/, '')).replace(/\/$/, '');
  const lists = (file: string, isAbove: (folder: string) => boolean, calls = LISTING): boolean => {
    const text = after.file(file)?.state === 'text' ? after.text(file) : '';
    if (!calls.test(text)) return false;
    return foldersIn(text, calls === STARTING).some((folder) => isAbove(named(folder)));
  };
  const isAbove = (folder: string): boolean => folder === '.' || path.startsWith(`${folder}/`);
  if (lists(script, isAbove))
    return [{ path, start: 0, why: `R38: the build script ${script} lists a folder that the parts lie in` }];
  const isBelow = (folder: string): boolean => folder !== '.' && folder !== crate.dir && isAbove(folder);
  if (lists(script, isBelow, STARTING))
    return [
      { path, start: 0, why: `R38: the build script ${script} hands a folder that the parts lie in to a program` },
    ];
  const reader = rustFilesBeside(after, path).find((file) => file !== script && lists(file, isBelow));
  return reader === undefined ? [] : [{ path, start: 0, why: `R38: ${reader} lists a folder that the parts lie in` }];
}

const LISTING = /\bread_dir\b|\b(?:WalkDir|WalkBuilder|Walk)\b|\bglob\w*\s*[!(]|\bglob\w*::/;
/** A program is started, which may do what it likes with the folders that it is told. */
const STARTING = /\bCommand::new\b|\bcmd\s*!|\bduct::/;
const FOLDER = /"([^"\\\n*]*)[^"\n]*"/g;
/** What strings begin with; with `joined` the words too that are joined behind it. */
const foldersIn = (text: string, joined: boolean): string[] =>
  [...text.matchAll(FOLDER)].flatMap(({ 0: whole, 1: folder, index }) =>
    folder === '' ? [] : [`${folder}${joined ? joinedBehind(text, index + whole.length) : ''}`],
  );

/** `/probe/x.rs` behind `Path::new("src")` in `Path::new("src").join("probe").join("x.rs")`. */
function joinedBehind(text: string, offset: number): string {
  const more = /^\s*\)?\s*\.join\(\s*"([^"\n]*)"\s*(?=\))/.exec(text.slice(offset, offset + 200));
  return more === null ? '' : `/${more[1]}${joinedBehind(text, offset + more[0].length)}`;
}

const SAID = {
  include: 'splices',
  text: 'has the text of',
  build: 'runs while the package is built, and reads',
} as const;

function readProblems(path: string, textPath: string, after: View): Problem[] {
  const found = [...new Set([path, textPath])].flatMap((one) => textReadersOf(after, one));
  // What splices the file is reported where it has parts: without any it is the same module.
  const reader = found.find(({ what }) => what !== 'include');
  return reader === undefined ? [] : [{ path, start: 0, why: `R38: ${reader.by} ${SAID[reader.what]} this file` }];
}
