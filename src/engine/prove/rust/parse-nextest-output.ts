import type { TestOutcome } from '../tests/compare-tests.ts';

interface NextestEvent {
  readonly type: string;
  readonly event: string;
  readonly name?: string;
  readonly nextest?: { readonly kind?: string };
}

const OUTCOMES: Readonly<Record<string, TestOutcome>> = { ok: 'passed', failed: 'failed', ignored: 'skipped' };

/**
 * What `cargo nextest run --message-format libtest-json-plus` prints: one JSON object a line, the tests of a program in one block below its
 * suite. A test is called `package::binary$module::test`, where a library and a program of one name differ only by the kind of the suite;
 * one that was run again ends with the number of attempts, `#2`, which is no part of its name.
 */
export function readNextest(stdout: string): Map<string, TestOutcome> {
  const run = new Map<string, TestOutcome>();
  let kind = '';
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { type, event, name, nextest } = JSON.parse(line) as NextestEvent;
    if (type === 'suite' && event === 'started') kind = nextest?.kind ?? '';
    const outcome = OUTCOMES[event];
    if (type === 'test' && name !== undefined && outcome !== undefined)
      run.set(`${kind} ${name.replace(/#\d+$/, '')}`, outcome);
  }
  return run;
}
