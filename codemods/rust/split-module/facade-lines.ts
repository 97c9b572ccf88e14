import { byText } from '../../../src/core/compare.ts';
import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import { byUse, printUse, type UseStyle } from '../../../src/languages/rust/print-use.ts';
import { normalItem, type UseItem } from '../../../src/languages/rust/use-item.ts';
import type { Form } from './form.ts';
import type { Reexport } from './reexports.ts';

/** `mod parse;` with what must stand before it. */
export function modLines(name: string, mount: readonly string[], predicates: readonly string[]): string[] {
  return [...predicates.map((predicate) => `#[cfg(${predicate})]`), ...mount, `mod ${name};`];
}

/** A `use` of the facade. */
export interface FacadeUse {
  /** `use `, `pub(crate) use `. */
  readonly head: string;
  readonly above: readonly string[];
  readonly tree: UseItem;
}

/** The re-exports of one part: one `use` for each visibility and cfg. */
export function reexportUses(
  module: string,
  reexports: readonly Reexport[],
  { edition, form }: { readonly edition: string; readonly form: Form },
): FacadeUse[] {
  const groups = new Map<string, Reexport[]>();
  for (const one of reexports) {
    const key = JSON.stringify([one.predicates, one.deprecated, one.visibility]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const { predicates, deprecated, visibility } = group[0]!;
    return {
      head: `${visibility}${visibility === '' ? '' : ' '}use `,
      above: [...predicates.map((predicate) => `#[cfg(${predicate})]`), ...(deprecated ? [form.deprecated] : [])],
      tree: namesOf(module, group, edition),
    };
  });
}

/** The lines of some uses that stand together, in rustfmt's order. */
export function useLines(uses: readonly FacadeUse[], style: UseStyle): string[] {
  const order = byUse(style.edition);
  return [...uses]
    .sort((a, b) => order(a.tree, b.tree) || byText(a.above.join(), b.above.join()))
    .flatMap(({ head, above, tree }) => [...above, ...printUse(head, tree, style)]);
}

/** Before 2018 a bare path begins at the crate's root. */
function namesOf(module: string, group: readonly Reexport[], edition: string): UseItem {
  const of = group.map(({ name }): UseItem => {
    const written = isKeyword(name) && !name.startsWith('r#') ? `r#${name}` : name;
    return name === '*'
      ? { path: [], end: 'glob', alias: null, of: [] }
      : { path: [written], end: 'name', alias: null, of: [] };
  });
  return normalItem({ path: edition === '2015' ? ['self', module] : [module], end: 'list', alias: null, of });
}
