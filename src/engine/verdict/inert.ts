import { posix } from 'node:path';
import { BASELINE_FILE } from '../../../analyzers/budget/baseline.ts';
import { isPlanText } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import { CONFIG_FILE } from '../load-config.ts';
import { isExecutable } from './changes-between.ts';
import { findReader } from './find-reader.ts';
import { findTextReader } from './find-text-reader.ts';

/** Whether a file is not an input of any build, test or package, with the class that it belongs to or the place that reads it. */
export type Inertness =
  | { readonly inert: true; readonly why: string }
  | { readonly inert: false; readonly why: string };

/**
 * The named classes of files that nothing compiles, tests or packages: documents, licences and lists of people, owners, and what this tool
 * keeps in the tree. A document counts only where no source and no manifest of either side names it, its folder or its kind.
 * @returns null for a file of no such class
 */
export function inertness(before: View, after: View, path: string): Inertness | null {
  const sides = [before, after].flatMap((view) => view.file(path) ?? []);
  const isPlan = (view: View): boolean => view.file(path)?.state !== 'text' || isPlanText(view.text(path));
  const what = /\.(?:ya?ml|json)$/.test(path) && isPlan(before) && isPlan(after) ? PLAN : classOf(path);
  if (what !== null && isPackageData(before, after, path)) return null;
  if (what === null) return null;
  if (sides.some(({ state }) => state !== 'text')) return { inert: false, why: 'it is not plain text' };
  if (sides.some(isExecutable)) return { inert: false, why: 'it can be executed' };
  const reader = readerOf(what, after, path) ?? readerOf(what, before, path);
  return reader === null ? { inert: true, why: what } : { inert: false, why: reader };
}

/** What this tool keeps is read where code takes its text in; an owners' list or a plan where code names it; a document by its kind too. */
function readerOf(what: string, view: View, path: string): string | null {
  if (what === OWN) return findTextReader(view, path);
  return findReader(view, path, what === OWNERS || what === PLAN ? 'by name' : 'in any way');
}

const OWN = "this tool's own record";
const PLAN = 'a split plan';
const OWNERS = 'a list of owners';
const DOCUMENT = 'documentation that nothing reads';
const LICENCE = 'a licence or list of people that nothing reads';

function classOf(path: string): string | null {
  if (path === BASELINE_FILE || path === CONFIG_FILE) return OWN;
  if (/^(?:(?:\.github|\.gitlab|docs)\/)?CODEOWNERS$/.test(path)) return OWNERS;
  const name = posix.basename(path);
  if (PEOPLE.test(name)) return HOLDS_INPUTS.test(path) ? null : LICENCE;
  if (TOLD.test(name)) return HOLDS_INPUTS.test(path) ? null : DOCUMENT;
  if (!/\.(?:md|markdown|rst|adoc|asciidoc)$/i.test(name)) return null;
  return DOCS_FOLDER.test(path) || !(HOLDS_INPUTS.test(path) || SOURCE_FOLDER.test(path)) ? DOCUMENT : null;
}

/** `NEWS.txt` in a folder of a Python package is installed with it, and code shows it by a name that it puts together. */
const isPackageData = (before: View, after: View, path: string): boolean =>
  /(?:^|\/)[^/.]+(?:\.txt)?$/.test(path) &&
  [before, after].some((view) => view.file(`${posix.dirname(path)}/__init__.py`) !== undefined);

const PEOPLE =
  /^(?:un)?(?:licen[cs]e|copying|copyright|notice|authors|contributors|maintainers|credits|patents|thanks)(?:[-_.](?!\w+\.)[\w-]+)?(?:\.(?:md|rst|txt|adoc))?$/i;
const TOLD =
  /^(?:readme|change(?:log|s)|history|news|release[-_]?notes|contributing|code[-_]of[-_]conduct|security|support|governance|roadmap)(?:\.(?:md|rst|txt|adoc|markdown))?$/i;
const DOCS_FOLDER = /^(?:[^/]+\/){0,2}(?:docs?|documentation|\.github)\//;
/** Folders whose files programs tend to read, whatever these are called. */
const HOLDS_INPUTS =
  /(?:^|\/)(?:tests?|__tests__|specs?|fixtures?|__fixtures__|test[-_]?data|cases|snapshots?|__snapshots__|data|templates?|prompts?|assets|resources|static|content|posts|pages)\//i;
const SOURCE_FOLDER = /(?:^|\/)(?:src|lib|app)\//;
