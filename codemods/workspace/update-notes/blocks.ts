/** Between these two lines of a Markdown file the module map stands; everything else in the file belongs to its author. */
export const BLOCK_START = '<!-- omni-refactor:modules -->';
export const BLOCK_END = '<!-- /omni-refactor:modules -->';

export interface Block {
  /** Offsets of what stands between the marks. */
  readonly start: number;
  readonly end: number;
}

/** The first block of a text, null when there is none, or the reason why its marks cannot be understood. */
export function findBlock(text: string): Block | null | string {
  const open = text.indexOf(BLOCK_START);
  const close = text.indexOf(BLOCK_END);
  if (open === -1 && close === -1) return null;
  if (open === -1) return 'the end mark stands without a start mark';
  const start = open + BLOCK_START.length;
  if (close === -1) return 'the start mark stands without an end mark';
  if (close < start) return 'the end mark stands before the start mark';
  if (text.indexOf(BLOCK_START, start) !== -1) return 'the start mark stands twice';
  return { start, end: close };
}
