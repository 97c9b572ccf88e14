import type { Unit } from '../../src/core/unit.ts';
import { pythonOutline } from '../../src/languages/python/outline.ts';
import { rustOutline } from '../../src/languages/rust/outline.ts';
import { readItems } from '../../src/languages/rust/read-items.ts';
import { readUseTree } from '../../src/languages/rust/use-tree.ts';
import type { Crate, Distribution } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';

/** One thing that a package offers at its top. */
export interface PublicItem {
  /** `fn`, `struct`, `mod`, `class`, `def`; `use` for what is re-exported. */
  readonly kind: string;
  readonly name: string;
  /** First sentence of its documentation, '' where it has none. */
  readonly summary: string;
}

const KINDS = new Set(['fn', 'struct', 'enum', 'union', 'trait', 'type', 'const', 'static', 'mod', 'macro', 'use']);

/** What a library crate offers at its root, in source order; binaries offer nothing. Null where the root cannot be read. */
export function crateItems(view: View, crate: Crate): PublicItem[] | null {
  const root = crate.targets.find(({ kind }) => kind === 'lib')?.path;
  if (root === undefined) return [];
  if (view.file(root)?.state !== 'text') return null;
  const outline = view.facts(root, rustOutline);
  if (outline.status !== 'ok' || outline.value.partial) return null;
  const text = view.text(root);
  const items: PublicItem[] = [];
  for (const unit of outline.value.units) {
    if (!KINDS.has(unit.kind) || !isPublic(unit, text)) continue;
    if (unit.kind === 'use') items.push(...reexported(view, root, unit));
    else if (unit.name !== null) items.push({ kind: unit.kind, name: unit.name, summary: rustSummary(text, unit) });
  }
  return items;
}

const isPublic = (unit: Unit, text: string): boolean =>
  unit.kind === 'macro'
    ? /#\[macro_export\b/.test(text.slice(unit.start, unit.body.start))
    : unit.visibility === 'pub' && !/#\[doc\(hidden\)\]/.test(text.slice(unit.start, unit.body.start));

function reexported(view: View, path: string, unit: Unit): PublicItem[] {
  const syntax = view.syntax(path);
  const item = readItems(syntax, 0).items.find(({ bodyStart }) => bodyStart === unit.body.start);
  if (!item) return [];
  return readUseTree(syntax, item.node).flatMap((leaf): PublicItem[] => {
    const name = leaf.glob ? `${leaf.segments.join('::')}::*` : (leaf.alias ?? leaf.segments.at(-1)!);
    return name === '_' ? [] : [{ kind: 'use', name, summary: '' }];
  });
}

const rustSummary = (text: string, unit: Unit): string =>
  firstSentence(
    text
      .slice(unit.start, unit.body.start)
      .split('\n')
      .flatMap((line) => /^\s*\/\/\/ ?(.*)$/.exec(line)?.[1] ?? [])
      .join('\n'),
  );

/** What the packages of a distribution offer at their top: names without a leading underscore, in source order. */
export function distributionItems(view: View, distribution: Distribution): PublicItem[] | null {
  const inits = topPackages(view, distribution);
  const items: PublicItem[] = [];
  for (const path of inits) {
    const outline = view.facts(path, pythonOutline);
    if (outline.status !== 'ok' || outline.value.partial) return null;
    const text = view.text(path);
    for (const unit of outline.value.units)
      if (['class', 'def', 'async-def', 'function'].includes(unit.kind) && unit.name && !unit.name.startsWith('_'))
        items.push({
          kind: unit.kind === 'class' ? 'class' : 'def',
          name: unit.name,
          summary: pythonSummary(text, unit),
        });
  }
  return items;
}

/** `src/shop/__init__.py` of the import roots; without packages, single modules. */
function topPackages(view: View, { importRoots }: Distribution): string[] {
  const roots = importRoots.map((root) => (root === '' ? '' : `${root}/`));
  const isTop = (path: string, end: RegExp): boolean =>
    roots.some((root) => path.startsWith(root) && end.test(path.slice(root.length)));
  const texts = view.files.filter(({ path, state }) => state === 'text' && path.endsWith('.py'));
  return texts.map(({ path }) => path).filter((path) => isTop(path, /^(?!tests?\/|docs\/)\w+\/__init__\.py$/));
}

function pythonSummary(text: string, unit: Unit): string {
  const body = text.slice(unit.body.start, unit.end);
  return firstSentence(/:\s*\n?\s*[rRuU]*("""|''')([\s\S]*?)\1/.exec(body.slice(0, 2_000))?.[2] ?? '');
}

const firstSentence = (docs: string): string => {
  const paragraph = docs
    .trim()
    .split(/\n\s*\n/)[0]!
    .replace(/\s+/g, ' ');
  return (/^.*?[.!?](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph).trim();
};
