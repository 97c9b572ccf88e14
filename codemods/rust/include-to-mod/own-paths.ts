import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { type Guards, type Need, needAlso } from '../split-module/guards.ts';
import type { Mentions } from '../split-module/mentions.ts';
import type { PartModule } from './conversion.ts';

const PATH = /\b(?:crate|super)\b(?:\s*::\s*(?:[\w#]+|\{[^}]*\}))+/g;
const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;

/** `crate::helper()` beside `fn helper`: such a path leads through the module, which must have the name, also where a part reads itself. */
export function withOwnPaths(
  source: Source,
  mentions: Mentions,
  modules: readonly PartModule[],
  guards: Guards,
): Mentions {
  const byOwner = new Map(modules.map(({ child }) => [child.name, new Map<string, number[]>()]));
  for (const { child } of modules) {
    const words = byOwner.get(child.name)!;
    for (const { unit } of child.whole)
      for (const match of source.text.slice(unit.start, unit.end).matchAll(PATH))
        for (const [word] of match[0].matchAll(WORD))
          words.set(word, [...(words.get(word) ?? []), unit.start + match.index]);
  }
  const own = (name: string, owner: string): Need =>
    (byOwner.get(owner)?.get(name) ?? []).reduce<Need>((need, at) => needAlso(need, guards.at(at)), null);
  return {
    ...mentions,
    needOf: (name, spaces, owner) =>
      (own(name, owner) ?? []).reduce<Need>(needAlso, mentions.needOf(name, spaces, owner)),
  };
}
