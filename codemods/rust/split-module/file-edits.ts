import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { type TokenCall, tokenCalls } from '../../../analyzers/readings/rust/token-calls.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { argumentTokens } from '../../../src/languages/rust/composition/macro-calls.ts';
import { readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { refuse } from './refuse.ts';

const KEEP = 'Keep this unit in the facade, or name the file by env!("CARGO_MANIFEST_DIR").';

/**
 * `include_str!("a.md")` is relative to the source file: it gets one `../` for each folder that the text goes down. What comes down to it in
 * another way (a macro of the package, another name, a computed path) cannot be edited where it is called.
 */
export function fileEdits(source: Source, from: Node, to: Node, up: string): { edits: Edit[]; refusals: Refusal[] } {
  const edits: Edit[] = [];
  const refusals: Refusal[] = [];
  if (up === '') return { edits, refusals };
  const { syntax, places } = source;
  for (const call of tokenCalls(syntax, from, to)) {
    if (!places.readsOf(call.name).has('folder') || isAnchored(syntax, call)) continue;
    const literal = places.isStandard(call.name) ? literalAt(syntax, call) : -1;
    if (literal !== -1) edits.push({ start: literal, end: literal, text: up, reason: 'file-literal' });
    else {
      const range = { start: syntax.start[call.node]!, end: syntax.end[call.node]! };
      refusals.push(refuse(source, 'R37', range, whyNot(source, call), KEEP));
    }
  }
  return { edits, refusals };
}

const whyNot = ({ places }: Source, { name }: TokenCall): string =>
  places.isStandard(name)
    ? 'a file is named relative to this source file, by something that is not a plain string'
    : `\`${name}!\` expands to a macro that names a file relative to this source file`;

/** A path from the manifest, from cargo's output folder, or from the root. */
function isAnchored(syntax: Syntax, { tree }: TokenCall): boolean {
  const { base, text } = readPathValue(argumentTokens(syntax, tree));
  return base === 'manifest' || base === 'out-dir' || (base === 'file' && /^(?:\/|[A-Za-z]:)/.test(text));
}

/** Where the text of the one string begins that a call is given; -1 if it is given anything else. */
function literalAt(syntax: Syntax, { tree }: TokenCall): number {
  if (argumentTokens(syntax, tree).filter((token) => token !== ',').length !== 1) return -1;
  for (let node = tree + 1; node < syntax.after[tree]!; node++)
    if (/^(?:raw_)?string_literal$/.test(kindOf(syntax, node)))
      return syntax.start[node]! + textOf(syntax, node).indexOf('"') + 1;
  return -1;
}
