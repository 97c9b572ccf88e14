/**
 * How every JSON is printed, with a newline at the end. What a terminal, a log or a reviewer's screen could obey or hide (controls, marks that
 * reorder text, zero-width ones) is escaped: the value is the same, the bytes are harmless.
 */
export const jsonText = (value: unknown, indent = 2): string => `${escapedJson(value, indent)}\n`;

/** The same without the newline, for JSON inside of another text. */
export const escapedJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(UNSAFE, (found) =>
    [...Array(found.length).keys()].map((i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );

/** Outside of strings JSON holds none of these; the controls below U+0020 it escapes by itself. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
