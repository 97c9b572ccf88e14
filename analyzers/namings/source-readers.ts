import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import type { View } from '../../src/workspace/view.ts';
import { findNamings, type Naming } from './find-namings.ts';
import { canRead, readsSource, type SourceReading } from './reads-source.ts';
import { TAKES_TEXT } from './takes-text.ts';

/** A program of the workspace that takes in the text of a source file, or finds it in a folder. */
export interface SourceReader {
  readonly by: string;
  readonly line: number;
  /** The file that is read. */
  readonly reads: string;
  readonly does: SourceReading['does'];
}

/** Programs that do nothing else than run commands over files. */
const SCRIPT =
  /\.(?:sh|bash|mk|bat|ps1|tf|hcl|spec|gradle|rb)$|(?:^|\/)(?:GNUmakefile|[Mm]akefile|[Jj]ustfile|(?:Docker|Container|Earth|Rake|Jenkins)file|SConstruct)$/;
const LARGEST = 1_000_000;
const LOG_TARGET = /^is a log target/;

/**
 * Programs that look at files by their text: tests of the sources, tools, scripts. What they find in a file changes when something leaves it, and
 * no compiler knows of them.
 * @param paths files that something leaves; what they say of themselves is not meant
 */
export function sourceReaders(view: View, paths: readonly string[]): SourceReader[] {
  const named = namedReaders(view, paths);
  const seen = new Set(named.map(({ by, reads }) => `${by}\n${reads}`));
  const found = view.files.flatMap(({ path: by, grammar, state, bytes }): SourceReader[] => {
    if (grammar === null || state !== 'text' || bytes > LARGEST || paths.includes(by)) return [];
    if (!canRead(by, view.text(by))) return [];
    return paths.flatMap((path): SourceReader[] => {
      const reading = seen.has(`${by}\n${path}`) ? null : readsSource(view, by, path);
      if (reading === null) return [];
      return [{ by, line: lineAt(lineStartsOf(view.text(by)), reading.at), reads: path, does: reading.does }];
    });
  });
  return [...named, ...found];
}

function namedReaders(view: View, paths: readonly string[]): SourceReader[] {
  const isReader = ({ path, why, start, end }: Naming): boolean =>
    why === TAKES_TEXT || SCRIPT.test(path) || (isProgram(view, path) && !isAddress(view, path, start, end));
  return findNamings(view, paths)
    .filter((naming) => !paths.includes(naming.path) && !LOG_TARGET.test(naming.why) && isReader(naming))
    .map(({ path: by, line, names }) => ({ by, line, reads: names, does: 'names it' }));
}

/** `vi.mock('./core.ts')`, `new Worker('./core.ts')`: from its own place, a program that reads no files names a module to load it. */
const isAddress = (view: View, by: string, start: number, end: number): boolean =>
  view.text(by).slice(start, end).startsWith('.') && !canRead(by, view.text(by));

const isProgram = (view: View, path: string): boolean => view.file(path)?.grammar !== null;
