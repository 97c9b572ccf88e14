import type { Files } from '../contract.ts';
import type { Random } from '../random.ts';
import type { Item } from './piece.ts';

const GLOB = 'use super::*;\n\n';

/**
 * What somebody makes who looks only at whether it compiles: items go to two files as they are and become public, each file sees all of the module
 * by a glob, and the module lines stand at its end, where macros are known.
 */
export function naiveSplit(head: string, items: readonly Item[], tail: string, random: Random): Files {
  const parts: string[][] = [[], []];
  const stays: string[] = [];
  for (const { text, moves } of items) (moves ? parts[random.int(2)]! : stays).push(moves ? opened(text) : text);
  const [first, second] = parts.map((texts) => GLOB + texts.join('\n'));
  return {
    'src/m.rs': `${head.replace('\nuse ', '\n#[allow(unused_imports)]\nuse ')}\n${stays.join('\n')}${tail}\nmod first;\nmod second;\n\npub use first::*;\npub use second::*;\n`,
    'src/m/first.rs': first!,
    'src/m/second.rs': second!,
  };
}

/** Everything public: items, methods of own blocks, fields. */
function opened(text: string): string {
  const items = text.replace(/^(?=(?:fn|struct|trait|const|static|type|enum) )/gm, 'pub ');
  if (!/^impl /m.test(items) || / for /.test(items.slice(0, items.indexOf('{')))) return withFields(items);
  return items.replace(/^ {4}(?=fn )/gm, '    pub ');
}

const withFields = (text: string): string =>
  text.includes('struct ') ? text.replace(/^ {4}(?=\w+: )/gm, '    pub ') : text;
