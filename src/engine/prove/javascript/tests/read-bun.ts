import { join } from 'node:path/posix';
import type { TestOutcome } from '../../tests/compare-tests.ts';
import { collector, firstLine, type ReadRun, type ReportPlace } from './read-reports.ts';

interface BunCase {
  readonly id: string;
  readonly outcome: TestOutcome;
  readonly message: string | null;
}

/**
 * JUnit as bun 1.4 writes it: a suite a file, suites in suites. A file that cannot be loaded is not in it; only the closing lines on stderr count
 * it, as an error.
 * @throws SyntaxError where the run did not come to its closing lines
 */
export function readBun(text: string, { folder, stderr }: Pick<ReportPlace, 'folder' | 'stderr'>): ReadRun {
  if (!/^Ran \d+ tests? across \d+ files?\./m.test(stderr)) throw new SyntaxError('no end of the run');
  const { run, add } = collector();
  const cases = casesOf(text, folder);
  for (const { id, outcome } of cases) add(id, outcome);
  const errors = /^ *(\d+) errors?$/m.exec(stderr)?.[1];
  if (errors !== undefined) add(`(errors between tests: ${errors})`, 'failed');
  const message = cases.find((one) => one.message !== null)?.message;
  return { run, complaint: message ?? firstLine(/^\w*Error: .*$/m.exec(stderr)?.[0]) };
}

const TAG = /<(\/?)(testsuite|testcase|failure|error|skipped)\b((?:"[^"]*"|[^>"])*?)(\/?)>/g;

function casesOf(text: string, folder: string): BunCase[] {
  const cases: BunCase[] = [];
  const suites: string[] = [];
  for (const [, end, tag, attributes = '', single] of text.matchAll(TAG)) {
    const name = attribute(attributes, 'name');
    if (tag === 'testsuite' && end) suites.pop();
    else if (tag === 'testsuite' && !single) suites.push(suites.length === 0 ? join(folder, name) : name);
    else if (end || tag === 'testsuite') continue;
    else if (tag === 'testcase') cases.push({ id: [...suites, name].join(' > '), outcome: 'passed', message: null });
    else cases.push(endedAs(cases.pop(), tag!, attribute(attributes, 'message')));
  }
  return cases;
}

/** What stands in a case says how it ended. */
function endedAs(open: BunCase | undefined, tag: string, message: string): BunCase {
  if (open === undefined) throw new SyntaxError(`${tag} of no test`);
  if (tag === 'skipped') return { ...open, outcome: 'skipped' };
  return { ...open, outcome: 'failed', message: firstLine(message) };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const attribute = (text: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '').replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d+));/g,
    (_all, entity?: string, code?: string) => (entity ? ENTITIES[entity]! : String.fromCodePoint(Number(code))),
  );
