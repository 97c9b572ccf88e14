import { diffArrays } from 'diff';

export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest changes, token by token within changed lines, that turn one text into another. Sorted. */
export function formatEdits(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  for (const hunk of hunksOf(linesOf(before), linesOf(after), 0))
    changes.push(...hunksOf(tokensOf(before.slice(hunk.start, hunk.end)), tokensOf(hunk.text), hunk.start));
  return changes;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const tokensOf = (text: string): string[] => text.match(/\n|[^\S\n]+|[\p{L}\p{N}_]+|./gsu) ?? [];

function hunksOf(before: readonly string[], after: readonly string[], offset: number): TextChange[] {
  const changes: TextChange[] = [];
  let position = offset;
  let open: { start: number; end: number; text: string } | null = null;
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    const text = value.join('');
    if (!added && !removed) {
      if (open) changes.push(open);
      open = null;
      position += text.length;
      continue;
    }
    open ??= { start: position, end: position, text: '' };
    if (added) open.text += text;
    else {
      position += text.length;
      open.end = position;
    }
  }
  if (open) changes.push(open);
  return changes;
}
