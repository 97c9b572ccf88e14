import { by, byText } from '../../../src/core/compare.ts';
import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import type { Reexport } from './reexports.ts';

const WIDTH = 100;

/** `mod parse;` with what must stand before it. */
export function modLines(name: string, mount: readonly string[], predicates: readonly string[]): string[] {
  return [...predicates.map((predicate) => `#[cfg(${predicate})]`), ...mount, `mod ${name};`];
}

/** The `use` lines for one child: one for each visibility and cfg, in rustfmt's layout. */
export function reexportLines(module: string, reexports: readonly Reexport[], prefix: string): string[] {
  const groups = new Map<string, Reexport[]>();
  for (const one of reexports) {
    const key = JSON.stringify([one.predicates, one.deprecated, one.visibility]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => {
      const { predicates, deprecated, visibility } = group[0]!;
      const attributes = [
        ...predicates.map((predicate) => `#[cfg(${predicate})]`),
        ...(deprecated ? ['#[allow(deprecated)]'] : []),
      ];
      const names = group
        .map(({ name }) => (isKeyword(name) && !name.startsWith('r#') ? `r#${name}` : name))
        .sort(byUseOrder);
      return {
        attributes,
        lines: importItem(`${visibility}${visibility === '' ? '' : ' '}use ${prefix}${module}::`, names),
      };
    })
    .sort(by(({ lines, attributes }) => `${lines[0]!.replace(/^pub\S* /, '')} ${attributes.join(' ')}`))
    .flatMap(({ attributes, lines }) => [...attributes, ...lines]);
}

function importItem(head: string, names: readonly string[]): string[] {
  if (names.length === 1) return [`${head}${names[0]};`];
  const line = `${head}{${names.join(', ')}};`;
  if (line.length <= WIDTH) return [line];
  const rows: string[] = [];
  let row = '   ';
  for (const name of names) {
    if (row.length + name.length + 2 > WIDTH) {
      rows.push(row);
      row = '   ';
    }
    row += ` ${name},`;
  }
  return [`${head}{`, ...rows, row, '};'];
}

// rustfmt: snake_case, then CamelCase, then SCREAMING_CASE.
const rank = (name: string): number =>
  /^[\p{Lu}_0-9]+$/u.test(name) && name.length > 1 ? 2 : /^\p{Lu}/u.test(name) ? 1 : 0;
const byUseOrder = (a: string, b: string): number => rank(a) - rank(b) || byText(a, b);
