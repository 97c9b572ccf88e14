import { foldStrings, type PlaceFold } from './place-literals.ts';

/** `static m::f::__CALLSITE::META: tracing::Metadata<'_> = {`: what `tracing` keeps of a callsite. */
const CALLSITE = /^static \S*__CALLSITE::META: (?:tracing|tracing_core)::(?:\w+::)*Metadata<'\w+> = \{/;
/** `_27 = (move _28, const "m", move _30);`: target, module and place of a record of `log`. */
const RECORD = /^\s*_\d+ = \(move (_\d+), const "[^"\\]*", move _\d+\);$/;

/**
 * A body in which the places that a log keeps of its lines are read over: target, module and file. Literals elsewhere in it stay what they are,
 * and so does all that other macros made.
 */
export function foldLogs(body: string, fold: PlaceFold): string {
  if (CALLSITE.test(body)) return foldStrings(body, fold).replace(/\bconst \d+_u32\b/g, 'const _u32');
  return body.includes('log::__private_api::loc()') ? foldRecords(body, fold) : body;
}

function foldRecords(body: string, fold: PlaceFold): string {
  const lines = body.split('\n');
  const targets = new Set(lines.flatMap((line) => RECORD.exec(line)?.[1] ?? []));
  // `_28 = &(*_29);`, before that `_29 = const "m";`
  const given = new Set(
    lines.flatMap((line) => {
      const [, to, of] = /^\s*(_\d+) = &\(\*(_\d+)\);$/.exec(line) ?? [];
      return to !== undefined && targets.has(to) ? [of!] : [];
    }),
  );
  const isPlace = (line: string): boolean =>
    RECORD.test(line) || given.has(/^\s*(_\d+) = const "[^"\\]*";$/.exec(line)?.[1] ?? '');
  return lines.map((line) => (isPlace(line) ? foldStrings(line, fold) : line)).join('\n');
}
