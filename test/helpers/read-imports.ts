import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
  readonly from: string;
  /** A project file for relative imports, else the specifier. */
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\brequire\(\s*'([^']+)'\s*\)/gm;

/** Every TypeScript file of the product with its imports, sorted by path. */
export function readSources(): SourceFile[] {
  return ['src', 'analyzers', 'codemods'].flatMap((folder) =>
    (readdirSync(join(PROJECT, folder), { recursive: true }) as string[])
      .filter((path) => /\.tsx?$/.test(path) && !/(^|[\\/])cases[\\/]/.test(path))
      .sort()
      .map((path) => readSource(`${folder}/${path.replaceAll('\\', '/')}`)),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(PROJECT, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4]!;
    const to = specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
    return { from: path, to: relative('', to), typeOnly: match[1] !== undefined };
  });
  return { path, text, imports };
}
