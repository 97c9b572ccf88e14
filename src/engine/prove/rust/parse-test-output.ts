import { byText } from '../../../core/compare.ts';
import type { TestOutcome, TestRun } from '../tests/compare-tests.ts';

export interface TestSection {
  /** Name as libtest prints it, with its outcome; in order. */
  readonly tests: readonly { readonly name: string; readonly outcome: TestOutcome }[];
}

const OUTCOMES: Readonly<Record<string, TestOutcome>> = {
  ok: 'passed',
  FAILED: 'failed',
  ignored: 'skipped',
  bench: 'passed',
};

/** What cargo starts, in order: `unittests src/lib.rs`, `tests/it.rs`, `doc`. It prints one such line before each program. */
export function readHeaders(stderr: string): string[] {
  return stderr.split('\n').flatMap((line) => {
    const doc = /^\s+Doc-tests (.+)$/.exec(line);
    if (doc) return ['doc'];
    // The path of the root file names the target; that of the program ends with a hash.
    const running = /^\s+Running (unittests \S+|\S+) \(.+\)$/.exec(line);
    return running ? [running[1]!] : [];
  });
}

/** The parts of stdout that a libtest program printed: from `running N tests` to `test result:`. */
export function readSections(stdout: string): TestSection[] {
  const sections: TestSection[] = [];
  let tests: { name: string; outcome: TestOutcome }[] | null = null;
  let pending: string | null = null;
  for (const line of stdout.split('\n')) {
    if (/^running \d+ tests?$/.test(line)) {
      if (tests) sections.push({ tests });
      tests = [];
      pending = null;
    } else if (tests && line.startsWith('test result: ')) {
      sections.push({ tests });
      tests = null;
    } else if (tests) {
      const whole = /^test (.+?) \.\.\. (ok|FAILED|ignored|bench)(?:[,:].*| \(\d.*| <.*)?$/.exec(line);
      if (whole) tests.push({ name: whole[1]!, outcome: OUTCOMES[whole[2]!]! });
      else if (/^test .+ \.\.\. /.test(line)) pending = /^test (.+?) \.\.\. /.exec(line)![1]!;
      // A test that writes past the capture breaks its own line: the outcome follows on a later one.
      else if (pending !== null) {
        const late = /(ok|FAILED|ignored)$/.exec(line);
        if (late) tests.push({ name: pending, outcome: OUTCOMES[late[1]!]! });
        if (late) pending = null;
      }
    }
  }
  if (tests) sections.push({ tests });
  return sections;
}

/**
 * Test ids with outcomes. A doctest is identified by its item's public name and its ordinal there: files and lines move.
 * @param folds private modules that the change adds, longest first, and what they become: `m::c` -> `m`
 */
export function toTestRun(
  headers: readonly string[],
  sections: readonly TestSection[],
  folds: readonly [string, string][],
): TestRun | null {
  const doc = headers.indexOf('doc');
  const programs = doc === -1 ? headers : headers.slice(0, doc);
  if (sections.length < headers.length || (doc === -1 && sections.length > headers.length)) return null;
  const run = new Map<string, TestOutcome>();
  programs.forEach((target, i) => {
    for (const { name, outcome } of sections[i]!.tests)
      run.set(`${target}::${name.replace(/ - should panic$/, '')}`, outcome);
  });
  // Doctests of the 2024 edition run in two programs, merged and standalone ones.
  const doctests = sections.slice(programs.length).flatMap(({ tests }) => tests);
  for (const [item, list] of byDocumented(doctests, folds)) {
    list.sort((a, b) => byText(a.place, b.place) || a.line - b.line);
    list.forEach(({ outcome }, i) => {
      run.set(`doc::${item === '' ? '(crate)' : item} #${i + 1}`, outcome);
    });
  }
  return run;
}

function fold(item: string, folds: readonly [string, string][]): string {
  for (const [module, parent] of folds)
    if (item === module || item.startsWith(`${module}::`))
      return item.slice(module.length).replace(/^(::)?/, parent === '' ? '' : `${parent}$1`);
  return item;
}

interface Doctest {
  readonly place: string;
  readonly line: number;
  readonly outcome: TestOutcome;
}

/** Doctests by the item that they document: `src/lib.rs - shapes::area (line 12)`. */
function byDocumented(doctests: TestSection['tests'], folds: readonly [string, string][]): Map<string, Doctest[]> {
  const byItem = new Map<string, Doctest[]>();
  for (const { name, outcome } of doctests) {
    const match = /^(.+?) - (.*?)\s*\(line (\d+)\)/.exec(name);
    const item = match ? fold(match[2]!, folds) : name;
    const list = byItem.get(item) ?? [];
    list.push({ place: match?.[1] ?? '', line: Number(match?.[3] ?? 0), outcome });
    byItem.set(item, list);
  }
  return byItem;
}
