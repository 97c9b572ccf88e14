import { crateOf } from '../../../../analyzers/readings/rust/crate-of.ts';
import { knownMacroCrates, placingExpansion, strangeMacros } from '../../../../analyzers/readings/rust/macro-crates.ts';
import { rustFilesBeside } from '../../../../analyzers/readings/rust/macro-definitions.ts';
import { makerBeside } from '../../../../analyzers/readings/rust/made-beside.ts';
import { askerCalled, placeAskers, placingMacros } from '../../../../analyzers/readings/rust/place-askers.ts';
import { packageQuestions, questionsIn } from '../../../../analyzers/readings/rust/runtime-places.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import { outlineRust } from '../../../languages/rust/outline.ts';
import { readItems } from '../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../languages/rust/read-visibility.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';

/**
 * Static proofs, weakened where the package asks for names of types or for places of callers, or where a macro moved that cannot be read: what a
 * program answers there is compared by M alone. Where the divided module asks itself, its words name the hazard: the answer is another one most
 * likely, and M fails for it.
 * Macros that are taken to make the same anywhere are named by their crates. A proof that asks M as well needs no such word, but for what M does
 * not compare either: see `withUncompared`.
 */
export function withOpenQuestions(proofs: readonly Proof[], before: View, after: View): Proof[] {
  const reasons = new Map<string, string | null>();
  return proofs.map((proof) => {
    const folder = after.file(proof.path) ? proof.path.slice(0, proof.path.lastIndexOf('/') + 1) : null;
    if (folder === null || proof.verdict !== 'proven') return proof;
    const own = asked(before, after, proof.path);
    if (!reasons.has(folder)) reasons.set(folder, openQuestions(after, proof.path));
    const reason = own === null ? (reasons.get(folder) ?? null) : `${own}, and only M compares the results`;
    return told(proof, reason, before.file(proof.path) ? null : after);
  });
}

/** @param after null for a file that was there before: what its macros see has not changed */
function told(proof: Proof, reason: string | null, after: View | null): Proof {
  if (after === null) return reason === null ? proof : weaken(proof, reason);
  const taken = knownMacroCrates(after, proof.path);
  const named = taken.length === 0 ? proof : { ...proof, why: `${proof.why}${takenFor(taken)}` };
  const why = [reason, ofOtherCrates(after, proof.path)].filter(Boolean).join('; ');
  return why === '' ? named : weaken(named, why);
}

/** Static proofs of new files, weakened where a program can see of them what no rung compares: numbers of lines, and the paths of a backtrace. */
export function withUncompared(proofs: readonly Proof[], before: View, after: View): Proof[] {
  const tracing = new Map<string, string | undefined>();
  return proofs.map((proof) => {
    if (proof.verdict !== 'proven' || before.file(proof.path) || after.file(proof.path)?.state !== 'text') return proof;
    const files = rustFilesBeside(after, proof.path);
    if (!tracing.has(files[0]!))
      tracing.set(
        files[0]!,
        files.find((path) => BACKTRACE.test(after.text(path))),
      );
    const macro = placingExpansion(after, proof.path, 'lines');
    const traced = tracing.get(files[0]!);
    const reasons = [
      LINES.test(after.text(proof.path)) ? 'what `line!` and `column!` give is not compared (R42)' : '',
      macro === undefined ? '' : `the numbers of lines that the macro \`${macro}\` gives are not compared (R42)`,
      keepsPlaces(after, proof.path) ? 'the places of code that reports of eyre keep are not compared (R56)' : '',
      traced === undefined ? '' : `the paths that a backtrace of ${traced} shows are not compared (R56)`,
    ].filter((one) => one !== '');
    return reasons.length === 0 ? proof : weaken(proof, reasons.join('; '));
  });
}

/** Static proofs of new files, weakened where a macro that moved may make items beside the one it stands at: A compares what a module exports. */
export function withMadeNames(proofs: readonly Proof[], before: View, after: View): Proof[] {
  return proofs.map((proof) => {
    if (proof.verdict !== 'proven' || before.file(proof.path) || after.file(proof.path)?.grammar !== 'rust')
      return proof;
    const { items } = readItems(after.syntax(proof.path), 0);
    const maker = items
      .filter(({ node }) => readVisibility(after.syntax(proof.path), node).text !== '')
      .map(({ firstNode, afterNode }) => makerBeside(after, proof.path, firstNode, afterNode))
      .find((one) => one?.isKnown === false);
    const why = `items that \`${maker?.macro}\` may make beside what has moved (R94) are names of the part alone, and only A compares those`;
    return maker ? weaken(proof, why) : proof;
  });
}

/** Code that makes reports of eyre, by its macros or by `?`: each keeps the place that it was made at. */
function keepsPlaces(view: View, path: string): boolean {
  const crate = crateOf(view, path);
  return (
    crate !== null &&
    /^\s*(?:[\w.-]*-)?eyre\b|["']eyre["']/m.test(view.text(crate.manifest)) &&
    /\b(?:eyre|bail|ensure)!|\bwrap_err(?:_with)?\s*\(|\)\s*\?/.test(view.text(path))
  );
}

const LINES = /\b(?:line|column)\s*!\s*\(/;
const BACKTRACE = /\bBacktrace::(?:force_)?(?:capture|new)\w*\s*\(|\bbacktrace::(?:trace|resolve)\w*\s*\(/;

const takenFor = (crates: readonly string[]): string =>
  `; the macros of ${crates.map((one) => `\`${one}\``).join(', ')} are taken to make the same anywhere`;

/** What a file of a divided module asks of its types and callers: of code that moved, the answer has changed. */
function asked(before: View, after: View, path: string): string | null {
  const { typeNames, callers } = questionsIn(after, [path]);
  const isNew = !before.file(path);
  const asker = typeNames > 0 ? 'type_name' : typeAsker(after, path, isNew);
  if (asker !== undefined) return `\`${asker}\` reads the names of types (R55), which have the module of what moved`;
  const caller = askerCalled(after, path, placeAskers(after, 'caller'));
  if (isNew && (callers > 0 || caller !== undefined))
    return 'it reads the place of a caller or a panic (R56), and stands in another file now';
  const macro = isNew ? (placingMacros(after, path)[0] ?? placingExpansion(after, path)) : undefined;
  return macro === undefined
    ? null
    : `the macro \`${macro}\` puts the module path or file of its place into the program (R57)`;
}

/** A function that asks for names of types, and that this file calls; of a new file also one that another file calls which names a type of it. */
function typeAsker(after: View, path: string, isNew: boolean): string | undefined {
  const askers = placeAskers(after, 'type');
  if (askers.size === 0) return undefined;
  const called = (file: string): string | undefined => askerCalled(after, file, askers);
  if (!isNew) return called(path);
  const types = outlineRust(after.syntax(path)).units.flatMap(({ kind, name }) =>
    /^(?:struct|enum|union|trait)$/.test(kind) && name !== null ? [name] : [],
  );
  const calling = after.files
    .filter(({ grammar, state }) => grammar === 'rust' && state === 'text')
    .filter((file) => file.path === path || types.some((name) => wordsOf(after, file.path).has(name)))
    .map((file) => called(file.path));
  return calling.find((name) => name !== undefined);
}

/** A file that is new, with macros of which nothing is known. */
function ofOtherCrates(view: View, path: string): string | null {
  const [first] = strangeMacros(view, path);
  return first === undefined
    ? null
    : `what \`${first}\` of another crate makes of its module path and file (R57) is compared by M alone`;
}

function openQuestions(view: View, path: string): string | null {
  const { typeNames, callers } = packageQuestions(view, path);
  const questions = [
    typeNames > 0 ? '`type_name` (R55)' : '',
    callers > 0 ? 'the place of a caller or a panic (R56)' : '',
  ].filter((one) => one !== '');
  if (questions.length === 0) return null;
  return `the package reads ${questions.join(' and ')}, and only M compares the results for code that moved`;
}
