/**
 * Makes a path or name from the workspace safe to print: control characters, which could move the cursor or recolour the screen, and marks
 * that reorder or hide text become visible escapes. Every text that this tool did not write itself goes through here.
 */
export const sanitize = (text: string): string =>
  text.replace(UNSAFE, (unsafe) => `\\u{${unsafe.codePointAt(0)!.toString(16)}}`);

/** The same for text of several lines, which keeps its newlines and tabs. */
export const sanitizeLines = (text: string): string => text.replace(/[^\n\t]+/gu, sanitize);

/** Controls, format marks (bidirectional ones, zero-width ones, the BOM), line and paragraph separators, halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
