import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import { refuse } from './refuse.ts';

const MACROS = new Set(['include_str', 'include_bytes', 'include']);
const LITERAL = /^(\s*!\s*[([{]\s*)(b?r#*)?"([^"\n]*)"/;
const ABSOLUTE = /^\s*!\s*[([{]\s*(?:(?:std|core)::)?(?:concat\s*!\s*[([{]\s*)?env\s*!/;

/** `include_str!("a.md")` is relative to the source file: it gets one `../` for each folder that the text goes down. */
export function fileEdits(source: Source, from: Node, to: Node, up: string): { edits: Edit[]; refusals: Refusal[] } {
  const edits: Edit[] = [];
  const refusals: Refusal[] = [];
  const { syntax, text } = source;
  for (let node = from; node < to && up !== ''; node++) {
    if (kindOf(syntax, node) !== 'identifier' || !MACROS.has(textOf(syntax, node))) continue;
    const end = syntax.end[node]!;
    const rest = text.slice(end, end + 400);
    if (!/^\s*!/.test(rest) || ABSOLUTE.test(rest)) continue;
    const match = LITERAL.exec(rest);
    const path = match?.[3] ?? '';
    if (match && (path.startsWith('/') || /^[A-Za-z]:/.test(path))) continue;
    const at = match ? end + match[1]!.length + (match[2]?.length ?? 0) + 1 : 0;
    if (match) edits.push({ start: at, end: at, text: up, reason: 'file-literal' });
    else
      refusals.push(
        refuse(
          source,
          'R37',
          { start: syntax.start[node]!, end },
          'a file is named relative to this source file, by something that is no plain string',
          'Keep this unit in the facade, or name the file by env!("CARGO_MANIFEST_DIR").',
        ),
      );
  }
  return { edits, refusals };
}
