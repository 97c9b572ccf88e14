interface PathParts {
  readonly folder: string;
  readonly stem: string;
  readonly extension: string;
}

/** `src/a.test.ts` -> `src/`, `a`, `.test.ts`. */
export function splitPath(path: string): PathParts {
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.indexOf('.', slash + 1);
  const end = dot === -1 ? path.length : dot;
  return { folder: path.slice(0, slash), stem: path.slice(slash, end), extension: path.slice(end) };
}

/** Stems of files that already stand for their folder. */
export const FOLDER_FILES: ReadonlySet<string> = new Set(['mod', 'lib', 'main', '__init__', 'index']);

/** What the module of a file is called: a child of the same name would be `parser::parser`. */
export function ownName(path: string): string {
  const { folder, stem } = splitPath(path);
  return FOLDER_FILES.has(stem) ? (folder.split('/').at(-2) ?? stem) : stem;
}

/** The folder that a file's parts go to: its own where it stands for it, else one of its name. */
export function partsFolder(path: string): string {
  const { folder, stem } = splitPath(path);
  return FOLDER_FILES.has(stem) ? folder : `${folder}${stem}/`;
}
