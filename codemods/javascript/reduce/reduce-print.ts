import { applyEdits } from '../../../src/core/apply-edits.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { BabelNode } from '../../../src/languages/javascript/second-reader.ts';
import type { Compared } from './compared.ts';
import { editLists } from './edit-lists.ts';
import { isTree, readTree, saySame, type Tree } from './read-tree.ts';

export type Reduced = {
  readonly edits: readonly Edit[];
  /** The text that the edits give was parsed without a complaint. */
  readonly isParsed: boolean;
} & (
  | /** Only what says something else than before was changed. */ { readonly status: 'reduced' }
  /** The whole print is taken: lines may be laid out anew that nobody asked for. */
  | { readonly status: 'whole'; readonly why: string }
);

export interface Texts {
  readonly before: string;
  readonly after: string;
}

/**
 * Leads what a printer made of a changed tree back to the places that say something else than before: everything around them keeps its bytes.
 * What comes out is parsed and compared with the print; where it would not say the same, the print is taken as it is.
 * @param parse throws where it does not understand a text
 */
export function reducePrint(texts: Texts, parse: (text: string) => BabelNode): Reduced {
  const hash = numbering();
  const whole = (why: string, isParsed: boolean): Reduced => ({
    status: 'whole',
    edits: [{ start: 0, end: texts.before.length, text: texts.after, reason: 'free' }],
    isParsed,
    why,
  });
  const trees = [texts.before, texts.after].map((text) => {
    try {
      return readTree(parse(text), hash);
    } catch (error) {
      return (error as Error).message;
    }
  });
  const [before, after] = trees as [Tree | string, Tree | string];
  if (typeof before === 'string') return whole(`the file cannot be compared: ${before}`, typeof after !== 'string');
  if (typeof after === 'string') return whole(`the result cannot be compared: ${after}`, false);
  const compared: Compared = { ...texts, changes: remembered((old, now) => changes(old, now, compared)) };
  const isRight = (edits: readonly Edit[]): boolean => {
    try {
      const made = applyEdits(texts.before, edits);
      return made === texts.after || saySame(parse(made), after.node);
    } catch {
      return false;
    }
  };
  const edits = changes(before, after, compared);
  if (edits !== null && isRight(edits)) return { status: 'reduced', edits, isParsed: true };
  const why = edits === null ? 'cannot be edited one by one' : 'alone would give a different result';
  const statements = byStatements(before, after, texts);
  if (statements !== null && isRight(statements))
    return {
      status: 'whole',
      edits: statements,
      isParsed: true,
      why: `of the statements with changes, since the changed places ${why}`,
    };
  return whole(`the changed places ${why}`, true);
}

/** A short name for each text, equal for equal ones: all trees of a file are made with one, and a real hash of each node took longer than parsing. */
function numbering(): (text: string) => string {
  const numbers = new Map<string, string>();
  return (text) => {
    const found = numbers.get(text) ?? numbers.size.toString(36);
    numbers.set(text, found);
    return found;
  };
}

/** Statements of the file that say something else are taken as they were printed, the others stay. */
function byStatements(before: Tree, after: Tree, texts: Texts): Edit[] | null {
  const compared: Compared = {
    ...texts,
    changes: (old, now) =>
      saySame(old.node, now.node) ? [] : old.comments === now.comments ? replace(old, now, compared) : null,
  };
  const [old, now] = [before, after].map((file) => file.children.get('program') ?? null);
  return old && now && isTree(old) && isTree(now) ? inside(old, now, compared) : null;
}

/** Lists are compared in more than one way, each of which asks for the same pairs: at every depth that would double. */
function remembered(make: Compared['changes']): Compared['changes'] {
  const known = new Map<Tree, Map<Tree, Edit[] | null>>();
  return (before, after) => {
    const row = known.get(before) ?? new Map<Tree, Edit[] | null>();
    known.set(before, row);
    const found = row.get(after);
    if (found !== undefined) return found;
    const made = make(before, after);
    row.set(after, made);
    return made;
  };
}

/** What leads from one node to the other; null where a change can only be made around it. */
function changes(before: Tree, after: Tree, compared: Compared): Edit[] | null {
  if (isSameText(before, after, compared) || saySame(before.node, after.node)) return [];
  if (before.comments !== after.comments) return null;
  return inside(before, after, compared) ?? replace(before, after, compared);
}

/** What the edits give is compared with the print at the end: a text that says something else where it stands is found there. */
const isSameText = (before: Tree, after: Tree, texts: Texts): boolean =>
  before.end - before.start === after.end - after.start &&
  texts.before.slice(before.start, before.end) === texts.after.slice(after.start, after.end) &&
  before.comments === after.comments;

/** Changes within nodes of one kind; null where they differ by themselves. */
function inside(before: Tree, after: Tree, compared: Compared): Edit[] | null {
  if (before.type !== after.type || before.scalars !== after.scalars) return null;
  const edits: Edit[] = [];
  for (const [key, old] of before.children) {
    const found = within(before.type, key, old, after.children.get(key), compared);
    if (found === null) return null;
    // `{ a }` holds one name twice: as the key and as the value.
    edits.push(...found.filter((edit) => !edits.some((known) => isSame(known, edit))));
  }
  return edits;
}

const isSame = (one: Edit, other: Edit): boolean =>
  one.start === other.start && one.end === other.end && one.text === other.text && one.start < one.end;

type Child = Tree | null | readonly (Tree | null)[];

function within(type: string, key: string, before: Child, after: Child | undefined, compared: Compared): Edit[] | null {
  if (before === null || after === null || after === undefined) return before === after ? [] : null;
  if (isTree(before)) return isTree(after) ? compared.changes(before, after) : null;
  return isTree(after) ? null : editLists({ type, key, before, after }, compared);
}

function replace(before: Tree, after: Tree, { after: text }: Compared): Edit[] | null {
  // A file or program is never replaced as one node: nothing would be reduced.
  if (before.type === 'File' || before.type === 'Program') return null;
  const written = text.slice(after.start, after.end);
  const wanted = after.isParenthesized && !before.isParenthesized ? `(${written})` : written;
  return [{ start: before.start, end: before.end, text: wanted, reason: 'free' }];
}
