// Comments that tools obey, by how far each reaches.

const KNOWN =
  /@ts-(no)?check\b|@jsx|@flow\b|@noflow\b|eslint-(disable(?!-(next-)?line)|env|enable)|^\/\/\/\s*<|biome-ignore-all|oxlint-disable(?!-(next-)?line)|tslint:(disable|enable)(?!-(next-)?line)|(istanbul|c8|v8) ignore file|@(vitest|jest)-|deno-lint-ignore-file|prettier-ignore-start|@format\b|^\/\*\s*globals?\s/;

/** For all that follows, up to a counterpart. */
export const FOR_A_RANGE =
  /eslint-(disable(?!-(next-)?line)|enable)|oxlint-(disable(?!-(next-)?line)|enable)|tslint:(disable|enable)(?!-(next-)?line)|prettier-ignore-(start|end)|biome-ignore-(start|end)|(c8|v8|node:coverage) (ignore )?(start|stop|disable|enable)|jscpd:ignore-(start|end)/;

/** Does such a comment end what another began. */
export const endsRange = (comment: string): boolean => /[-: ](enable|end|stop)\b/.test(comment);

/** For the statement or line that it stands at. */
export const FOR_A_LINE =
  /@ts-(ignore|expect-error)|(eslint|oxlint)-disable-(next-)?line|tslint:disable-(next-)?line|biome-ignore(?!-(all|start|end))|prettier-ignore(?!-(start|end))|deno-lint-ignore(?!-file)/;

const OF_A_LINE = /\b(?:next|prev(?:ious)?|this)[-_ ]?line\b|-line\b|\b(?:ignore|disable)[-_ ](?:next|if|else|prev)\b/i;

/** How programs are spoken to at the top of a file, in the comment's own words; prose does not begin so. */
const SPOKEN: readonly RegExp[] = [
  /^[a-z][\w-]*\s?:\s?(?:disable|enable|ignore|off|on|skip|allow)\b/i,
  /^[a-z]+(?:-[a-z]+)*-(?:disable|enable|ignore)(?:-file|-all)?\b/i,
  /^(?:eslint|jshint|jslint|jscs|noinspection|node:coverage)[\s:]/,
  /^stryker (?:disable|restore)\b/i,
  /\bdo not edit\b|^@?generated\b|^(?:this file (?:is|was) )?auto-?generated\b/i,
];
/** Tags alone on their line, which documentation of a unit has in comments of its own kind. */
const TAG = /^@[a-z][\w-]*(?:[/:.=][\w-]+)*(?:\s|=|$)/;
const OF_DOCUMENTS = /^@(?:file|overview|module|licen[cs]e|copyright|author|version|since|see|todo|package)/i;

/** Whether a comment is for the whole file: for type checkers, compilers of markup, linters, coverage, test runners, spelling, generators. */
export function isFileWide(comment: string): boolean {
  if (KNOWN.test(comment)) return true;
  const text = comment.replace(/^(?:\/\/+|\/\*+)!?\s*/, '').replace(/\s*\*\/$/, '');
  if (FOR_A_LINE.test(comment) || OF_A_LINE.test(text)) return false;
  if (SPOKEN.some((spoken) => spoken.test(text))) return true;
  if (/^\/\*\*/.test(comment))
    return /^\*?\s*@(?:generated|prettier|suppress)\b/m.test(text) || /@suppress\b/.test(text);
  return (TAG.test(text) && !OF_DOCUMENTS.test(text)) || (comment.startsWith('/*') && /^exported\s/.test(text));
}

/** Of those, the ones that are for the whole file wherever in it they stand. */
export const isFileWideAnywhere = (comment: string): boolean =>
  /^\/\*\s*(?:eslint\s|globals?\s|exported\s|js[hl]int\s)/.test(comment);
