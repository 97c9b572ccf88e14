import { sanitize } from './sanitize.ts';

/** Text in a table: no mark-up, no mention of people, no cell or line of its own. */
export const escapeCell = (text: string): string =>
  sanitize(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/@/g, '&#64;');

/** Text that is also read as it stands, in a commit message: only what links, mentions or begins mark-up of its own is defused. */
export const escapeLine = (text: string): string =>
  sanitize(text).replace(/[<@[]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The same as code. */
export const escapeCode = (text: string): string =>
  `<code>${sanitize(text).replace(/[&<>|`*_[\]@~\\]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
