import type { Client } from './clients.ts';
import { startsIn } from './judge-children.ts';
import { entriesIn } from './judge-states.ts';
import { remoteCalls } from './judge-timeouts.ts';

const HEADING = 'Runtime behaviour';

/** Whether a README has the section, under whatever level of heading. */
export const hasBehaviour = (text: string): boolean => /^#{1,6}\s+runtime behaviou?r\s*#*\s*$/im.test(text);

/** The section, from what stands in the source; what is not there is said to be missing. Ends with a newline. */
export function writeBehaviour({ sources }: Client): string {
  const code = sources.map((file) => file.code).join('\n');
  const remote = remoteCalls(sources);
  const states = new Map<string, Set<string>>();
  for (const { type, state } of entriesIn(sources)) states.set(type, (states.get(type) ?? new Set()).add(state));
  return [
    `## ${HEADING}`,
    '',
    '### States',
    '',
    ...list(
      [...states].map(
        ([type, names]) =>
          `\`${type}\`: ${[...names]
            .sort()
            .map((name) => `\`${name}\``)
            .join(', ')}`,
      ),
      'No state is named in the source. Missing: what a caller may do before, during and after a connection.',
    ),
    'Missing: which call moves from which state to which.',
    '',
    '### Limits',
    '',
    ...list(
      remote.map(
        ({ file, call, isLimited }) =>
          `\`${call.name}\` (${file.path}:${file.lineOf(call.start)}): ${isLimited ? 'limited' : 'not limited'}`,
      ),
      'No wait for another process was found.',
    ),
    'Missing: how long each limit is, and how a caller changes it.',
    '',
    '### Errors',
    '',
    ...list(errorKinds(code), 'Missing: no error kinds are defined; callers cannot tell a timeout from an exit.'),
    '### Cleanup',
    '',
    ...list(
      sources.flatMap((file) =>
        startsIn(file).map((call) => `A process is started at ${file.path}:${file.lineOf(call.start)}.`),
      ),
      'No process is started.',
    ),
    'Missing: what ends it, in which order, and within which time.',
    '',
  ].join('\n');
}

const list = (rows: readonly string[], none: string): string[] =>
  rows.length === 0 ? [none, ''] : [...[...new Set(rows)].map((row) => `- ${row}`), ''];

/** Variants of error enums, and exception classes. */
function errorKinds(code: string): string[] {
  const enums = [...code.matchAll(/\benum\s+(\w*Error)\s*\{([\s\S]*?)\n\}/g)].flatMap(([, name, body]) =>
    [...body!.matchAll(/^ {4}([A-Z]\w*)\b/gm)].map(([, variant]) => `\`${name}::${variant}\``),
  );
  const classes = [...code.matchAll(/\bclass\s+(\w+)\s*\(\s*\w*(?:Error|Exception)\b/g)].map(
    ([, name]) => `\`${name}\``,
  );
  return [...enums, ...classes];
}
