import { dirname, relative } from 'node:path/posix';
import { moduleOf } from '../../../analyzers/readings/javascript/module-paths.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { partPlace } from '../../../src/languages/javascript/part-place.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from '../../refuse.ts';
import type { ImportStatement, Specifier } from '../split-module/read-module.ts';
import { readSource, type Source } from '../split-module/source.ts';

/** `export { a, b as c } from './part'`, or `export * from`. */
interface Passed extends Range {
  readonly to: string;
  readonly typeOnly: boolean;
  /** Null for all names. */
  readonly names: readonly { readonly name: string; readonly as: string; readonly typeOnly: boolean }[] | null;
}

/** How a module names others: its imports and what it passes on, each with the file that it leads to. */
export interface Links {
  readonly imports: readonly (ImportStatement & { readonly to: string })[];
  readonly passed: readonly Passed[];
}

const PASSED = /^export\s+(type\s+)?(?:\{([^}]*)\}|\*(?:\s+as\s+[\w$]+)?)\s*from\s*(['"])(.*?)\3/;

function linksOf(view: View, { path, module, pieces, text }: Source): Links {
  return {
    imports: module.imports.map((one) => ({ ...one, to: moduleOf(view, path, one.from) })),
    passed: pieces.flatMap(({ unit }): Passed[] => {
      const found = PASSED.exec(text.slice(unit.body.start, unit.body.end));
      if (!found) return [];
      const [, type, list, , from] = found;
      const names =
        list === undefined
          ? null
          : list
              .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean);
      return [
        {
          start: unit.start,
          end: unit.end,
          to: moduleOf(view, path, from!),
          typeOnly: type !== undefined,
          names:
            names?.map((one) => {
              const [, own, name, as] = /^(type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?$/.exec(one) ?? [];
              return { name: name ?? one, as: as ?? name ?? one, typeOnly: type !== undefined || own !== undefined };
            }) ?? null,
        },
      ];
    }),
  };
}

/** Modules in the file's own folder of parts that it names, directly or through one another. An index file has no folder that is only its own. */
export function partsIn(view: View, path: string): string[] {
  const { folder: home, below } = partPlace(path);
  if (below === null) return [];
  const found = new Set<string>();
  const open = [path];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const source = readSource(view, file);
    if ('hazard' in source) continue;
    const { imports, passed } = linksOf(view, source);
    for (const { to } of [...imports, ...passed]) {
      if (dirname(to) !== home || !view.file(to)?.grammar || found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return [...found].sort();
}

export interface Member {
  readonly source: Source;
  readonly links: Links;
  /** Where the statement of the facade begins by which the part is loaded. */
  readonly linkedAt: number;
}

export interface Family {
  readonly facade: Source;
  readonly links: Links;
  /** In the order in which they are loaded. */
  readonly members: readonly Member[];
}

export function readFamily(view: View, path: string, parts: readonly string[]): Family | Refusal[] {
  const facade = readSource(view, path);
  if ('hazard' in facade) return [facade];
  const sources = new Map<string, Source>();
  for (const part of parts) {
    const source = readSource(view, part);
    if ('hazard' in source) return [source];
    sources.set(part, source);
  }
  const links = linksOf(view, facade);
  const members: Member[] = [];
  const loaded = new Set<string>();
  const load = (to: string, linkedAt: number): void => {
    const source = sources.get(to);
    if (!source || loaded.has(to)) return;
    loaded.add(to);
    const own = linksOf(view, source);
    for (const one of inOrder(own)) load(one.to, linkedAt);
    members.push({ source, links: own, linkedAt });
  };
  for (const one of inOrder(links)) load(one.to, one.start);
  const lost = parts.find((part) => !loaded.has(part));
  if (lost !== undefined)
    return [
      refuse({ path: lost }, 'P2', { start: 0, end: 0 }, `${path} does not name it`, 'Name a part of that file.'),
    ];
  return { facade, links, members };
}

/** Whether a file exports a name of a part as its own, under that name. */
export const passesOn = ({ passed }: Links, part: string, name: string): boolean =>
  passed.some(({ to, names }) => to === part && names?.some((one) => one.name === name && one.as === name));

const inOrder = ({ imports, passed }: Links) => [...imports, ...passed].sort((a, b) => a.start - b.start);

/** A relative module name of a part as its facade writes it. */
export function seenFrom(facade: string, part: string, from: string): string {
  if (!/^\.\.?(?:\/|$)/.test(from)) return from;
  const home = dirname(facade);
  const target = relative(home, `${dirname(part)}/${from}`);
  return target === '' ? '.' : target.startsWith('.') ? target : `./${target}`;
}

export const isRenamed = ({ form, local, other }: Specifier): boolean => form !== 'named' || local !== other;
