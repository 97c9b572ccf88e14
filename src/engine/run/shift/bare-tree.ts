import { type Branch, type Snapshot, takeSnapshot } from './snapshot.ts';

/** What is used of recast: the one that jscodeshift prints with. */
export interface Recast {
  readonly parse: (text: string, options: object) => RecastFile;
  readonly fromString: (text: string, options: object) => Lines;
  readonly attach: (comments: readonly object[], tree: object, lines: Lines) => void;
  readonly fixFaultyLocations: (node: object, lines: Lines) => void;
  readonly getTrueLoc: (node: object, lines: Lines) => Place;
}

/** A text by its lines, as recast keeps it. */
export interface Lines {
  readonly toString: (options?: object) => string;
  readonly isPrecededOnlyByWhitespace: (place: Point) => boolean;
}

/** Lines count from 1, columns from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

interface Place {
  start: Point;
  end: Point;
}

export interface BareComment {
  readonly start: number;
  readonly end: number;
}

/** A tree of recast: a copy, whose nodes are led back to those that were parsed. */
interface RecastFile {
  readonly original: Branch;
  readonly tokens: unknown;
}

interface ParsedFile {
  readonly type: string;
  readonly program: { readonly type: string; readonly body: readonly object[]; readonly loc: Place };
  comments?: readonly BareComment[];
}

/** A file as a transform gets it, without the copy and the tokens that recast's own reading makes of every file. */
export interface BareTree {
  readonly source: string;
  /** recast parses a text with blanks in the place of tabs and with its own line ends: offsets of the tree lie in that. */
  readonly isRespaced: boolean;
  /** What was parsed. */
  readonly text: string;
  /** Of the file, in their order; offsets into `text`. */
  readonly comments: readonly BareComment[];
  readonly file: Branch;
  readonly lines: Lines;
  readonly snapshot: Snapshot;
}

/**
 * Reads a file as `recast.parse` does, with the comments where it puts them. The tree is the parser's own.
 * @param parse gives a tree of Babel
 */
export function readBareTree(source: string, parse: (text: string) => unknown, recast: Recast): BareTree {
  const lines = recast.fromString(source, TAB_WIDTH);
  const respaced = lines.toString({ ...TAB_WIDTH, reuseWhitespace: false });
  const file = parse(respaced) as ParsedFile;
  const comments = file.comments ?? [];
  delete file.comments;
  recast.fixFaultyLocations(file, lines);
  const { program } = file;
  const { start, end } = recast.getTrueLoc({ type: program.type, loc: program.loc, body: [], comments }, lines);
  Object.assign(program.loc, { start, end });
  recast.attach(comments, program.body.length > 0 ? program : file, lines);
  const branch = file as unknown as Branch;
  const snapshot = takeSnapshot(branch, (each) => {
    if (needsFix(each)) recast.fixFaultyLocations(each, lines);
  });
  return { source, isRespaced: respaced !== source, text: respaced, comments, file: branch, lines, snapshot };
}

/** What recast takes where it is not told. */
const TAB_WIDTH = { tabWidth: 4 };

/** Nodes whose places recast puts right. */
const FAULTY: ReadonlySet<unknown> = new Set([
  'Program',
  'ForStatement',
  'TemplateLiteral',
  'MethodDefinition',
  'Property',
  'ObjectTypeProperty',
]);

const needsFix = (branch: Branch): boolean =>
  !Array.isArray(branch) &&
  (FAULTY.has(branch.type) || Boolean(branch.decorators) || Boolean(branch.declaration)) &&
  branch.type !== 'File';
