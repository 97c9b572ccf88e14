import { sanitize } from './sanitize.ts';

/** Text in a table: no mark-up, no mention of people, no cell or line of its own. */
export const escapeCell = (text: string): string =>
  sanitize(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/@/g, '&#64;');

/** The same as code. */
export const escapeCode = (text: string): string =>
  `<code>${sanitize(text).replace(/[&<>|`*_[\]@~\\]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
