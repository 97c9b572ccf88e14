// Comments that tools obey, by how far each reaches.

/** For the whole file: type checkers, compilers of markup, linters, coverage, test runners. */
export const FILE_WIDE =
  /@ts-(no)?check\b|@jsx|@flow\b|@noflow\b|eslint-(disable(?!-(next-)?line)|env|enable)|^\/\/\/\s*<|biome-ignore-all|oxlint-disable(?!-(next-)?line)|tslint:(disable|enable)(?!-(next-)?line)|(istanbul|c8|v8) ignore file|@(vitest|jest)-|deno-lint-ignore-file|prettier-ignore-start|@format\b|^\/\*\s*globals?\s/;

/** For all that follows, up to a counterpart. */
export const FOR_A_RANGE =
  /eslint-(disable(?!-(next-)?line)|enable)|oxlint-(disable(?!-(next-)?line)|enable)|tslint:(disable|enable)(?!-(next-)?line)|prettier-ignore-(start|end)|biome-ignore-(start|end)|(c8|v8|node:coverage) (ignore )?(start|stop|disable|enable)|jscpd:ignore-(start|end)/;

/** Does such a comment end what another began. */
export const endsRange = (comment: string): boolean => /[-: ](enable|end|stop)\b/.test(comment);

/** For the statement or line that it stands at. */
export const FOR_A_LINE =
  /@ts-(ignore|expect-error)|(eslint|oxlint)-disable-(next-)?line|tslint:disable-(next-)?line|biome-ignore(?!-(all|start|end))|prettier-ignore(?!-(start|end))|deno-lint-ignore(?!-file)/;
