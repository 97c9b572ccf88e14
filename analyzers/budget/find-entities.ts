import type { BudgetRule } from '../../src/config/config.ts';
import { SPLICED_GRAMMAR, SPLICING_LANGUAGE } from '../../src/languages/language.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Composition } from '../composition/composition.ts';
import { type MeasuredFile, measureFiles } from '../hotspots/measure-files.ts';
import { type Entity, keyOfEntity } from './entity.ts';
import { functionIdentities } from './identity/function-identities.ts';
import type { Identity } from './identity/identity.ts';
import { joinIdentities, readPieces } from './identity/read-pieces.ts';

export interface Entities {
  /** Everything that a rule could judge, in the order of the view. */
  readonly all: readonly Entity[];
  readonly byKey: ReadonlyMap<string, Entity>;
  /** Files that could not be measured. */
  readonly failed: readonly Unjudged[];
  /** Files that were read in part: what stands behind a place that is not understood may be missing. */
  readonly partial: readonly Unjudged[];
}

/** A file that is neither passed nor failed. */
export interface Unjudged {
  readonly path: string;
  readonly reason: string;
  /** 1-based; absent where it is the file as a whole. */
  readonly line?: number;
}

/** Every file, function and module with its value. */
export function findEntities(view: View, composition: Composition): Entities {
  const { files, failed } = measureFiles(view, composition, { lang: null });
  const reader = pieceReader(view);
  const all = [
    ...files.map((file) => fileEntity(file, reader)),
    ...files.flatMap((file) => functionEntities(view, file)),
    ...moduleEntities(files, reader),
  ];
  const partial = files.flatMap(({ path, unreadLine }) => (unreadLine === null ? [] : [unreadPlace(path, unreadLine)]));
  return { all, byKey: new Map(all.map((entity) => [keyOfEntity(entity), entity])), failed, partial };
}

const unreadPlace = (path: string, line: number): Unjudged => ({
  path,
  reason: `read in part: line ${line} has syntax that is not understood, and functions there may be missing`,
  line,
});

type Reader = (file: MeasuredFile) => Identity;

function pieceReader(view: View): Reader {
  const known = new Map<string, Identity>();
  return (file) => {
    const identity = known.get(file.path) ?? readPieces(syntaxOf(view, file));
    known.set(file.path, identity);
    return identity;
  };
}

// A spliced fragment can have a name that tells no language.
const syntaxOf = (view: View, { path, language }: MeasuredFile) =>
  language === SPLICING_LANGUAGE ? view.syntax(path, SPLICED_GRAMMAR) : view.syntax(path);

const fileEntity = (file: MeasuredFile, read: Reader): Entity => ({
  rule: 'file-lines',
  name: file.path,
  symbol: null,
  place: { path: file.path },
  value: file.metrics.lines,
  identity: () => read(file),
});

function functionEntities(view: View, file: MeasuredFile): Entity[] {
  const { path, metrics } = file;
  const seen = new Map<string, number>();
  // All at once: a closure over the tree would keep the trees of all files in memory.
  let identities: readonly Identity[] | null = null;
  return metrics.functions.map(({ symbol, line, lines, cognitive }, index) => {
    const twin = (seen.get(symbol) ?? 0) + 1;
    seen.set(symbol, twin);
    return {
      rule: 'function-cognitive',
      name: `${path}#${symbol}${twin > 1 ? `~${twin}` : ''}`,
      symbol,
      place: { path, line, endLine: line + lines - 1 },
      value: cognitive,
      identity: () => {
        identities ??= functionIdentities(syntaxOf(view, file));
        return identities[index]!;
      },
    };
  });
}

function moduleEntities(files: readonly MeasuredFile[], read: Reader): Entity[] {
  const byHost = new Map<string, MeasuredFile[]>();
  for (const file of files) byHost.set(file.host, [...(byHost.get(file.host) ?? []), file]);
  return [...byHost].map(([host, parts]) => ({
    rule: 'module-lines',
    name: host,
    symbol: null,
    place: { path: host },
    value: parts.reduce((sum, { metrics }) => sum + metrics.lines, 0),
    identity: () => joinIdentities(parts.map(read)),
  }));
}

export const ceilingsOf = (view: View): Readonly<Record<BudgetRule, number | null>> => ({
  'file-lines': view.config.budget.fileLines,
  'function-cognitive': view.config.budget.functionCognitive,
  'module-lines': view.config.budget.moduleLines,
});
