interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit behind the byte order mark of a file, which stays first in it. Only an edit of the mark alone (0 to 1) can take it away. */
export function behindMark<Given extends Edit>(text: string, edit: Given): Given {
  if (!text.startsWith('\uFEFF') || edit.start > 0 || edit.end === 1) return edit;
  return { ...edit, start: 1, end: Math.max(1, edit.end), text: edit.text.replace(/^\uFEFF/, '') };
}
