import { type Attribute, cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import type { CallSite } from '../../../src/languages/rust/composition-fact.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { kindOf, type Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateDirOf } from './crate-dir.ts';
import { compositionOf } from './facts.ts';
import { targetOf } from './references.ts';

/** A file whose items an `include!` puts among those of another file. */
export interface IncludedPart {
  readonly path: string;
  /** The call with its semicolon, without attributes. */
  readonly start: number;
  readonly end: number;
  /** Where its first attribute begins. */
  readonly from: number;
  readonly attributes: readonly Attribute[];
  /** `#[cfg]` predicates of the call: they hold for each item of the file. */
  readonly cfg: readonly string[];
}

/** The files that a file's `include!`s splice among its top-level items, in order. */
export function includedParts(view: View, path: string): IncludedPart[] {
  const sites = includeSites(view, path, 0);
  return sites.length === 0 ? [] : partsAmong(view, path, readItems(view.syntax(path, 'rust'), 0).items, sites);
}

/** The `include!`s among the items of a file, or among those of modules so many levels deep in it. */
export const includeSites = (view: View, path: string, depth: number): CallSite[] =>
  compositionOf(view, path).includes.filter(
    ({ name, position, inline }) => name === 'include' && position === 'module-item' && inline.length === depth,
  );

/** The files that sites among these items splice. */
export function partsAmong(
  view: View,
  path: string,
  items: readonly Item[],
  sites: readonly CallSite[],
): IncludedPart[] {
  const syntax = view.syntax(path, 'rust');
  return sites.flatMap((site) => {
    const target = includeTarget(view, path, site);
    const item = items.find(({ start, end }) => start <= site.start && site.end <= end);
    return target !== null && item && view.file(target)?.state === 'text' && target !== path
      ? [partAt(syntax, item, site, target)]
      : [];
  });
}

/** The file that an `include!` names; null where the path cannot be read or leads out of the workspace. */
export const includeTarget = (view: View, path: string, site: CallSite): string | null =>
  targetOf(readPathValue(site.tokens), { path, manifestDir: crateDirOf(view, path) });

function partAt(syntax: Syntax, item: Item, site: CallSite, path: string): IncludedPart {
  const nodes = item.attributes.filter((node) => kindOf(syntax, node) === 'attribute_item');
  const attributes = readAttributes(syntax, nodes);
  const semicolon = /^\s*;/.exec(syntax.text.slice(site.end))?.[0].length ?? 0;
  return {
    path,
    start: site.start,
    end: site.end + semicolon,
    from: attributes[0]?.start ?? site.start,
    attributes,
    cfg: cfgOf(attributes),
  };
}
