import type { View } from '../../../../workspace/view.ts';
import type { MirDifference } from './compare-mir.ts';
import { createOwnLines } from './own-lines.ts';

/** One line: which body differs, and in what. A literal that only says where code stands is called by the macro that makes it. */
export function describeDifference(difference: MirDifference, before: View, after: View): string {
  const name = difference.name.replaceAll('\u2039', '<').replaceAll('\u203a', '>');
  if (difference.before === null) return `${name} is new`;
  if (difference.after === null) return `${name} is gone`;
  const old = difference.before.split('\n');
  const now = difference.after.split('\n');
  const at = now.findIndex((line, i) => line !== old[i]);
  const [earlier, later] = [old[at === -1 ? now.length : at] ?? 'nothing', now[at] ?? 'nothing'].map((line) =>
    line.trim(),
  );
  const plain = Math.max(earlier!.length, later!.length) < LONGEST;
  const literal = plain ? placeLiteral(earlier!, later!, before, after) : null;
  return literal
    ? `${name} reads another ${literal}`
    : `${name} differs: \`${short(later!)}\` was \`${short(earlier!)}\``;
}

/** Without the marks of paths that no fold changes. */
function short(line: string): string {
  const plain = line.length < LONGEST ? line.replace(/#(?=\w+::)/g, '') : line;
  return plain.length > 160 ? `${plain.slice(0, 157)}...` : plain;
}

// A pattern for strings overflows the stack on a very long one.
const LONGEST = 4000;

const CONSTANT = /const ("(?:[^"\\]|\\.)*"|\d+_u32)/g;

function placeLiteral(earlier: string, later: string, before: View, after: View): string | null {
  const [old, now] = [earlier, later].map((line) => [...line.matchAll(CONSTANT)].map(([, literal]) => literal!));
  if (old!.length !== now!.length || earlier.replace(CONSTANT, '') !== later.replace(CONSTANT, '')) return null;
  const at = now!.findIndex((literal, i) => literal !== old![i]);
  const [from, to] = [old![at]!, now![at]!];
  const macro = placeMacro(from.replace(/^"|"$/g, ''), to.replace(/^"|"$/g, ''), before, after);
  return macro && `${macro}: ${to}, was ${from}`;
}

const MODULE = /^\w+(::\w+)+$|^\w+$/;

function placeMacro(from: string, to: string, before: View, after: View): string | null {
  if (before.file(from) && after.file(to)) return 'file!()';
  if (MODULE.test(from) && MODULE.test(to) && (to.startsWith(`${from}::`) || from.startsWith(`${to}::`)))
    return 'module_path!() or type name';
  const [old, now] = [from, to].map((text) => /^(\d+)_u32$/.exec(text)?.[1]);
  return old && now && createOwnLines(before, after)(Number(old), Number(now)) ? 'line!()' : null;
}
