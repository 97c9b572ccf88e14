import { basename } from 'node:path/posix';
import type { Splice } from '../../../analyzers/composition/composition.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { compositionOf } from '../../../analyzers/composition/rust/facts.ts';
import { type FilledModule, filledModules } from '../../../analyzers/composition/rust/filled-modules.ts';
import { type IncludedPart, includedParts, includeTarget } from '../../../analyzers/composition/rust/included-parts.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { isBuiltinAttribute } from '../../../src/languages/rust/builtin-attributes.ts';
import { readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import type { CallSite } from '../../../src/languages/rust/composition-fact.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from '../split-module/refuse.ts';
import { whyNoModuleFile } from './module-files.ts';

/** The `include!`s of a file: those that splice items of a source file of their own, and why the others cannot become modules. */
export interface ChosenParts {
  readonly parts: readonly IncludedPart[];
  /** All that splice items, also those that stay. */
  readonly spliced: readonly IncludedPart[];
  /** Inline modules that have a file of their own in their `include!`. */
  readonly filled: readonly FilledModule[];
  readonly left: readonly Refusal[];
}

export function chooseParts(view: View, host: string): ChosenParts {
  const left: Refusal[] = [];
  const spliced = includedParts(view, host);
  const inner = filledModules(view, host);
  const parts: IncludedPart[] = [];
  const filled: FilledModule[] = [];
  let splices: readonly Splice[] | null = null;
  for (const site of compositionOf(view, host).includes) {
    if (site.name !== 'include') continue;
    const part = spliced.find(({ start }) => start === site.start);
    const module = inner.find((one) => one.part.start === site.start);
    splices ??= composition.run(view).splices;
    const file = part ?? module?.part;
    const why =
      (file ? whyNoModule(view, file, splices) : whyNotSpliced(view, host, site)) ??
      (module ? whyNotFilled(view, host, module) : null);
    if (why !== null) left.push(refuse({ path: host }, 'R50', site, why.why, why.whatToDo));
    else if (part) parts.push(part);
    else filled.push(module!);
  }
  return { parts, spliced, filled, left };
}

interface Reason {
  readonly why: string;
  readonly whatToDo: string;
}

const POSITIONS: Readonly<Record<string, string>> = {
  expression: 'it stands in an expression: the file is a value, not items',
  statement: 'it stands among statements: the file sees the local names around it',
  pattern: 'it stands in a pattern',
  type: 'it is used as a type',
  'impl-item': 'it stands in an impl or trait, which cannot hold modules',
  attribute: 'it stands in an attribute',
  'macro-body': 'it stands in the arguments of a macro, which decides what happens to it',
};

function whyNotSpliced(view: View, host: string, site: CallSite): Reason {
  const position = POSITIONS[site.position];
  if (position !== undefined) return { why: position, whatToDo: 'Keep this include!.' };
  const { base, text } = readPathValue(site.tokens);
  if (base === 'out-dir')
    return { why: 'the file is generated when the crate is built', whatToDo: 'Keep this include!.' };
  if (base === 'unknown')
    return { why: `its path is computed by ${text.slice(0, 60)}`, whatToDo: 'Write the path as a string, or keep it.' };
  const target = includeTarget(view, host, site);
  if (target === null) return { why: 'the file lies outside of the workspace', whatToDo: 'Keep this include!.' };
  if (view.file(target)?.state !== 'text')
    return { why: `${target} is not a text file of the workspace`, whatToDo: 'Check the path, or keep this include!.' };
  return {
    why: `it stands with other items in the inline module \`${site.inline.map(({ name }) => name).join('::')}\``,
    whatToDo: 'Move that module to a file of its own first, then convert that file.',
  };
}

function whyNotFilled(view: View, host: string, module: FilledModule): Reason | null {
  const why = whyNoModuleFile(view, host, module);
  return why === null ? null : { why, whatToDo: 'Remove that, or keep the include!.' };
}

/** Why a file that is spliced among items cannot become a module. */
function whyNoModule(view: View, part: IncludedPart, splices: readonly Splice[]): Reason | null {
  if (view.file(part.path)!.grammar !== 'rust')
    return { why: `${part.path} is not named like a Rust file`, whatToDo: `Rename it to end in .rs first.` };
  const places = splices.filter(
    ({ kind, targets }) => kind !== 'include_str' && kind !== 'include_bytes' && targets.includes(part.path),
  );
  const named = places.map(({ path, line }) => `${path}:${line}`);
  if (places.length > 1)
    return {
      why: `${part.path} is spliced ${places.length} times, at ${named.join(' and ')}: each would be a module of its own`,
      whatToDo: 'Splice it once and import its items elsewhere, or keep the include!s.',
    };
  if (view.manifests.crates.some(({ targets }) => targets.some(({ path }) => path === part.path)))
    return { why: `${part.path} is the root of a target too`, whatToDo: 'Keep this include!.' };
  const strange = part.attributes.find(({ path }) => !isBuiltinAttribute(path));
  if (strange)
    return {
      why: `\`#[${strange.path}]\` reads the file's items through the include!`,
      whatToDo: 'Keep this include!.',
    };
  if (basename(part.path).startsWith('.')) return { why: 'the file has no stem', whatToDo: 'Rename it first.' };
  return null;
}
