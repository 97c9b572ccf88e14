import type { Finding } from '../../src/core/finding.ts';
import type { ClientFile } from './client-file.ts';
import type { Client } from './clients.ts';
import { found } from './found.ts';
import { startsIn } from './judge-children.ts';
import type { RemoteCall } from './judge-timeouts.ts';
import { UNTESTED } from './rules.ts';

/** Ways in which a server fails, and the words that a test of them has. */
const FAILURES = [
  {
    name: 'a program that cannot be started',
    words: /spawn|not_?found|no_?such|missing_?(?:program|binary|command)|ENOENT|nonexistent|cannot_?start/i,
  },
  { name: 'a server that does not answer', words: /time[sd]?_?out|elapsed|deadline|never_?answers|hang|silent/i },
  {
    name: 'a server that ends in the middle of a request',
    words: /exit|crash|died|dies|eof\b|disconnect|killed|mid_?request|goes_?away/i,
  },
  {
    name: 'a line that is no message',
    words:
      /malformed|garbage|invalid_?(?:json|line|message)|not_?json|bad_?line|broken_?line|banner|parse_?error|unparsable/i,
  },
] as const;

/** Failures that no test of the client shows. */
export function judgeTests({ path, sources, tests }: Client, remote: readonly RemoteCall[]): Finding[] {
  const starts = sources.flatMap((file) => startsIn(file).map((call) => ({ file, call })));
  const [first] = starts.length > 0 ? starts : remote;
  if (first === undefined) return [];
  const wanted = starts.length > 0 ? FAILURES : FAILURES.slice(1, 2);
  const evidence = testsOf([...sources, ...tests]);
  return wanted
    .filter(({ words }) => !evidence.some((text) => words.test(text)))
    .map(({ name }) =>
      found(UNTESTED, first.file, first.call.start, `${path}: ${name}`, `no test of \`${path}\` shows ${name}`),
    );
}

/** A test by its name and code. Helpers show nothing by themselves. */
const testsOf = (files: readonly ClientFile[]): string[] =>
  files.flatMap(({ functions, language }) =>
    functions
      .filter(({ isTest, name }) => isTest && language.isTestName(name))
      .map(({ name, code }) => `${name}\n${code}`),
  );
