import { outsideData } from './outside-data.ts';
import type { RawBody } from './split-mir.ts';
import { keepTypeNames } from './type-names.ts';

export interface BodyOptions {
  /** Folds paths of modules that only one side has. */
  readonly fold: (text: string) => string;
  readonly foldImpls: (text: string) => string;
  /** The code at a place that rustc names, `src/m.rs:1:1: 1:9`: an impl's header, or the word that derives one. */
  readonly sourceAt: (place: string) => string;
  /** The name by which a test was known before, where the change gives it another one and says so. */
  readonly testName: (name: string) => string;
}

const PLACE = /[^\s<>{}()@]+:\d+:\d+: \d+:\d+/;
const IMPL_AT = new RegExp(`<impl at (${PLACE.source})>`, 'g');
const AT_PLACE = new RegExp(`@(${PLACE.source})`, 'g');
// `const <static(DefId(0:1201 ~ bumpalo[caf0]::str::WIDTH))>`: the number counts the definitions before it, the hash is the crate's.
const DEFINITION = /\bDefId\(\d+:\d+ ~ (\w+)\[[0-9a-f]+\]/g;
const ALLOCATION = /\balloc\d+\b/g;
// What the test harness records of a test's place; its name is kept.
const TEST_PLACE =
  /source_file: const "(?:[^"\\]|\\.)*", start_line: const \d+_usize, start_col: const \d+_usize, end_line: const \d+_usize, end_col: const \d+_usize/;
// The harness puts `extern crate test` into each module of tests, and rustc prints the path through one of them.
const HARNESS = /\b(?:\w+::)+test::(?=Test|Static|Should|assert_test_result|test_main)/g;
// A derive puts `extern crate serde as _serde` into the `const _` of each of its blocks, and rustc prints the path through one of them.
const DERIVED_CRATE = /\b(?:\w+::)+_::(?=_\w+::)/g;
const TEST_NAME = /(?<=StaticTestName\(const ")[^"]*(?="\))/;
const HARNESS_LIST = /^const main::promoted\[\d+\]: &\[&(?:\w+::)*test::TestDescAndFn; \d+\] = \{$/;

/** One body as text that says what is computed and nothing about where it stands. */
export function normalBody(body: RawBody, options: BodyOptions): string {
  if (HARNESS_LIST.test(body.lines[0]!.replace(HARNESS, 'test::'))) return testList(body, options);
  const places = new Map<string, string>();
  const code = (text: string): string => {
    const headed = text
      .replace(DEFINITION, 'DefId($1')
      .replace(IMPL_AT, (_, place: string) => `\u2039${options.sourceAt(place)}\u203a`)
      .replace(AT_PLACE, (_, place: string) => {
        if (!places.has(place)) places.set(place, `@${places.size + 1}`);
        return places.get(place)!;
      });
    return options
      .foldImpls(options.fold(keepTypeNames(headed)))
      .replace(HARNESS, 'test::')
      .replace(DERIVED_CRATE, '_::');
  };
  const normal = (line: string): string => {
    const placed = line.includes('source_file: ') ? line.replace(TEST_PLACE, 'place: _') : line;
    const named = line.includes('StaticTestName(') ? placed.replace(TEST_NAME, options.testName) : placed;
    return outsideData(named, code);
  };
  return numbered(body, normal);
}

/** Allocations by the order in which the body, then they, name them; those that nothing names are only shown for reading. */
function numbered(body: RawBody, normal: (line: string) => string): string {
  const numbers = new Map<string, string>();
  const queue: string[] = [];
  const numberOf = (name: string): string => {
    const known = numbers.get(name);
    if (known !== undefined || !body.allocations.has(name)) return known ?? 'alloc?';
    numbers.set(name, `alloc${numbers.size + 1}`);
    queue.push(name);
    return numbers.get(name)!;
  };
  const rename = (line: string): string => line.replace(ALLOCATION, numberOf);
  const out = body.lines.map((line) => outsideData(normal(line), rename));
  for (let name = queue.shift(); name !== undefined; name = queue.shift())
    for (const line of body.allocations.get(name)!) out.push(dumpLine(line, normal, rename));
  return out.join('\n');
}

// `0x10 │ 00 00 ╾─────alloc7<imm>─────╼ 03 │ ....`: the box is as wide as the number is long, and the last column repeats the bytes. The first
// stands only where there are several rows.
function dumpLine(line: string, normal: (line: string) => string, rename: (line: string) => string): string {
  if (!/^\s/.test(line)) return rename(normal(line));
  return rename(line.replace(/\s*\u2502[^\u2502]*$/, '').replace(/\u257e\u2500*|\u2500*\u257c/g, ''));
}

/** The harness lists the tests in an order that follows their paths. */
function testList(body: RawBody, { fold }: BodyOptions): string {
  const names = body.lines.flatMap((line) => /= const ([^;"]+);$/.exec(line)?.[1] ?? []).map(fold);
  return ['the list of tests', ...names.sort()].join('\n');
}
