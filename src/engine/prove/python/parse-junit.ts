import type { TestOutcome, TestRun } from '../tests/compare-tests.ts';

const CASE = /<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** A JUnit file of pytest as `classname::name` -> outcome; ids that occur twice are numbered. */
export function parseJunit(xml: string): TestRun {
  const run = new Map<string, TestOutcome>();
  for (const [, attributes, , body] of xml.matchAll(CASE)) {
    const id = `${attribute(attributes!, 'classname')}::${attribute(attributes!, 'name')}`;
    let unique = id;
    for (let n = 2; run.has(unique); n++) unique = `${id}#${n}`;
    run.set(unique, outcomeOf(body ?? ''));
  }
  return run;
}

const outcomeOf = (body: string): TestOutcome =>
  /<(failure|error)\b/.test(body)
    ? 'failed'
    : /<skipped\b/.test(body) && !/type="pytest\.xfail"/.test(body)
      ? 'skipped'
      : 'passed';

const attribute = (text: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '').replace(
    /&(lt|gt|quot|apos|amp);/g,
    (entity) => ENTITIES[entity]!,
  );
