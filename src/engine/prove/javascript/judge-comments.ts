import { endsRange, FOR_A_RANGE, isFileWide, isFileWideAnywhere } from '../../../languages/javascript/tool-comments.ts';
import { kindOf, type Node, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import type { ModuleSet } from './follow-name.ts';
import { isImport, type OwnComments, ownComments } from './own-comments.ts';
import type { EsModule } from './read-es-module.ts';

// The module map that a split writes on request. Any other new comment could be one that a tool obeys.
const isNote = (comment: string): boolean => /^\/\/ Parts of this module:$|^\/\/ +[\w-]+: (?!.*@)/.test(comment);

interface Side {
  readonly module: EsModule;
  readonly comments: OwnComments;
  /** Those of `opening` that apply to the file. */
  readonly header: readonly string[];
  /** Above the first statement, import or list, but for the header. */
  readonly above: readonly string[];
}

/** Every comment stands where it stood: with its statement, with an import of its module, at its name in an export list, or on top. */
export function judgeComments(
  family: Family,
  views: { readonly before: View; readonly after: View },
  first: ModuleSet,
  second: ModuleSet,
): string | null {
  const olds = family.before.map((module): Side => {
    const comments = ownComments(views.before, module);
    const { opening, header } = comments;
    return { module, comments, header: opening.slice(0, header), above: opening.slice(header) };
  });
  const news = family.after.map((module) => openedBy(olds, module, ownComments(views.after, module)));
  return (
    judgeHeaders(olds, news, first, second) ??
    judgeStatements(olds, news, first, second) ??
    judgeImports(olds, news) ??
    judgeRanges(olds, news, first, second)
  );
}

/** What of a new module's opening is the old file's header: all of it in the file itself, copies in a part. */
function openedBy(olds: readonly Side[], module: EsModule, comments: OwnComments): Side {
  const old = olds.find((one) => one.module.path === module.path);
  const opening = old ? comments.opening.filter((one) => old.header.includes(one) || !isNote(one)) : comments.opening;
  let count = old ? old.header.length : 0;
  if (!old) while (count < opening.length && olds.some(({ header }) => header.includes(opening[count]!))) count += 1;
  return { module, comments, header: opening.slice(0, count), above: opening.slice(count) };
}

/** In the header, and what a linter takes for the whole file wherever it stands. */
const fileWide = ({ header, module: { syntax } }: Side): string => {
  const all = Array.from({ length: syntax.size }, (_, node) => node)
    .filter((node) => kindOf(syntax, node) === 'comment')
    .map((node) => textOf(syntax, node));
  const elsewhere = all.filter((comment) => isFileWideAnywhere(comment));
  return [...new Set([...header.filter(isFileWide), ...elsewhere])].sort().join('\n');
};

function judgeHeaders(
  olds: readonly Side[],
  news: readonly Side[],
  first: ModuleSet,
  second: ModuleSet,
): string | null {
  const sourceOf = labelled(olds, first);
  for (const side of news) {
    const old = olds.find(({ module }) => module.path === side.module.path);
    if (old && old.header.join('\n') !== side.header.join('\n'))
      return `${side.module.path} does not begin with the comments that it began with`;
    for (const statement of side.module.statements) {
      const source = sourceOf.get(second.label(side.module, statement))!;
      if (fileWide(source.side) !== fileWide(side))
        return `${side.module.path} does not have the comments that apply to all of ${source.side.module.path}`;
    }
  }
  return null;
}

interface Held {
  readonly side: Side;
  readonly comments: readonly string[];
}

/** Label -> the module that holds the statement, and the comments that are the statement's. */
function labelled(sides: readonly Side[], set: ModuleSet): ReadonlyMap<string, Held> {
  return new Map(
    sides.flatMap((side) =>
      side.module.statements.map((statement): [string, Held] => {
        const above = statement === side.comments.first ? side.above : [];
        const comments = side.comments.statements.get(statement) ?? [];
        return [set.label(side.module, statement), { side, comments: [...above, ...comments] }];
      }),
    ),
  );
}

function judgeStatements(
  olds: readonly Side[],
  news: readonly Side[],
  first: ModuleSet,
  second: ModuleSet,
): string | null {
  const were = labelled(olds, first);
  const pool = exportPool(olds);
  for (const [label, { side, comments }] of labelled(news, second)) {
    const before = were.get(label)!.comments;
    const after = comments.filter((comment) => before.includes(comment) || !takeLoose(pool, comment));
    if (before.join('\n') !== after.join('\n')) return changed(side.module, before, after);
  }
  for (const side of news) {
    const before = olds.find(({ module }) => module.path === side.module.path)?.comments.end ?? [];
    const after = side.comments.end.filter((comment) => before.includes(comment) || !takeLoose(pool, comment));
    if (before.join('\n') !== after.join('\n')) return changed(side.module, before, after);
  }
  for (const [name, comment] of exportComments(news))
    if (!take(pool, name, comment)) return `a comment stands at another export: ${comment.slice(0, 60)}`;
  const lost = [...pool].find(([, left]) => left > 0);
  return lost ? `a comment is gone: ${lost[0].split('\u0000')[1]!.slice(0, 60)}` : null;
}

/** Comments of export lists, with the name that each stands before; how many of each are still to be found. */
type Pool = Map<string, number>;

function exportPool(olds: readonly Side[]): Pool {
  const pool: Pool = new Map();
  for (const [name, comment] of exportComments(olds)) {
    const key = `${name}\u0000${comment}`;
    pool.set(key, (pool.get(key) ?? 0) + 1);
  }
  return pool;
}

function take(pool: Pool, name: string, comment: string): boolean {
  const key = `${name}\u0000${comment}`;
  const left = pool.get(key) ?? 0;
  if (left === 0) return false;
  pool.set(key, left - 1);
  return true;
}

/** Where an export list left, a remark that is for readers alone may come to stand above something else. */
const takeLoose = (pool: Pool, comment: string): boolean => !SPEAKS_TO_TOOLS.test(comment) && take(pool, '', comment);

const SPEAKS_TO_TOOLS = /@ts-|eslint-|biome-|oxlint-|tslint:|prettier-|__PURE__|@jsx|@vite|webpack|istanbul|[cv]8 /;

function changed({ path }: EsModule, before: readonly string[], after: readonly string[]): string {
  const fresh = after.find((comment) => !before.includes(comment));
  if (fresh !== undefined) return `${path} has a comment that is new: ${fresh.slice(0, 60)}`;
  const lost = before.find((comment) => !after.includes(comment));
  return lost === undefined
    ? `comments of a statement in ${path} stand in another order`
    : `a comment is gone: ${lost.slice(0, 60)}`;
}

const isLinkNode = ({ module }: Side, node: Node | null): boolean =>
  node !== null && !module.statements.includes(node) && !isImport(module, node);

const exportComments = (sides: readonly Side[]): (readonly [string, string])[] =>
  sides.flatMap((side) => [
    ...(isLinkNode(side, side.comments.first) ? side.above.map((comment) => ['', comment] as const) : []),
    ...side.comments.exports.filter(([, comment]) => !isNote(comment)),
  ]);

function importComments(side: Side): (readonly [string, string])[] {
  const { first } = side.comments;
  const opens = first !== null && isImport(side.module, first);
  const module = side.module.requests.find(({ node }) => node === first)?.module ?? '';
  return [...(opens ? side.above.map((comment) => [module, comment] as const) : []), ...side.comments.imports];
}

/** A comment of an import goes with it to the files that import that module now. */
function judgeImports(olds: readonly Side[], news: readonly Side[]): string | null {
  const keys = (sides: readonly Side[]): Set<string> =>
    new Set(sides.flatMap((side) => importComments(side).map(([module, comment]) => `${module}\u0000${comment}`)));
  const were = keys(olds);
  const are = keys(news);
  const shown = (key: string): string => key.split('\u0000')[1]!.slice(0, 60);
  const fresh = [...are].find((key) => !were.has(key));
  if (fresh !== undefined) return `an import has a comment that is new: ${shown(fresh)}`;
  const lost = [...were].find((key) => !are.has(key));
  return lost === undefined ? null : `a comment is gone: ${shown(lost)}`;
}

/** `eslint-disable` in the middle of a file applies to what follows, wherever that ends. */
function judgeRanges(olds: readonly Side[], news: readonly Side[], first: ModuleSet, second: ModuleSet): string | null {
  const homes = new Map(
    news.flatMap(({ module }) =>
      module.statements.map((statement): [string, string] => [second.label(module, statement), module.path]),
    ),
  );
  for (const side of olds) {
    const labels = labelled([side], first);
    let open = false;
    for (const statement of side.module.statements) {
      const label = first.label(side.module, statement);
      const ranges = labels.get(label)!.comments.filter((comment) => FOR_A_RANGE.test(comment));
      if ((open || ranges.length > 0) && homes.get(label) !== side.module.path)
        return `code that a comment in the middle of ${side.module.path} applies to has moved`;
      const last = ranges[ranges.length - 1];
      if (last !== undefined) open = !endsRange(last);
    }
  }
  return null;
}
