import { apiBlock, printApi } from '../../../analyzers/readmes/api-block.ts';
import { type Package, packagesOf } from '../../../analyzers/readmes/packages.ts';
import { readMarkdown } from '../../../analyzers/readmes/read-markdown.ts';
import { hasSection, SECTIONS } from '../../../analyzers/readmes/sections.ts';
import { type ChangeSet, type Edit, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';
import { nameReadme } from './name-readme.ts';
import { writeSection } from './write-section.ts';

/** Begins READMEs from facts, adds sections that are missing, and keeps the marked API list in step. Prose is never overwritten. */
export const scaffoldReadme = defineCodemod<MendOptions>({
  id: 'workspace/scaffold-readme',
  languages: ['rust', 'python'],
  title: "Create READMEs from the workspace's manifests, and keep their API lists up to date",
  examples: ['new-readme', 'missing-section', 'stale-api'],
  options: MEND_OPTIONS,
  run(view, { places }) {
    const rulesOf = new Map<string, Set<string>>();
    for (const { rule, path } of places) rulesOf.set(path, (rulesOf.get(path) ?? new Set()).add(rule));
    const packages = packagesOf(view);
    const made = packages.map((pkg) => mended(view, pkg, packages, rulesOf));
    const create = made.flatMap((one) => one.create);
    const edit = oncePerFile(made.flatMap((one) => one.edit));
    const base = edit.map(({ path }) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, base, create, edit }, notes: [] };
  },
});

type Written = Pick<ChangeSet, 'create' | 'edit'>;
const NOTHING: Written = { create: [], edit: [] };

/** What a package's README gets; nothing where no finding is about it. */
function mended(
  view: View,
  pkg: Package,
  packages: readonly Package[],
  rulesOf: ReadonlyMap<string, ReadonlySet<string>>,
): Written {
  const rules = rulesOf.get(pkg.manifest);
  if (rules?.has('readme-missing') || rules?.has('readme-shared')) {
    const fresh = pkg.dir === '' ? 'README.md' : `${pkg.dir}/README.md`;
    const isTaken = packages.some(({ manifest, readme }) => manifest !== pkg.manifest && pathOf(readme) === fresh);
    return isTaken ? NOTHING : begin(view, pkg, fresh);
  }
  const path = pathOf(pkg.readme);
  return path === null || !rulesOf.has(path) ? NOTHING : { create: [], edit: edited(path, editsFor(view, pkg, path)) };
}

const pathOf = (readme: Package['readme']): string | null => (readme.kind === 'file' ? readme.path : null);

/** Packages may share a README: the first of them writes it. */
const oncePerFile = (edits: ChangeSet['edit']): ChangeSet['edit'] =>
  edits.filter(({ path }, i) => edits.findIndex((other) => other.path === path) === i);

/** A README beside the manifest, which then takes it, where no other package has it; one that stands there and was not taken is judged from now on. */
function begin(view: View, pkg: Package, path: string): Written {
  const naming = edited(pkg.manifest, nameReadme(view, pkg));
  if (view.file(path) !== undefined)
    return { create: [], edit: [...edited(path, editsFor(view, pkg, path)), ...naming] };
  return { create: [{ path, mode: 0o644, parts: [{ text: newReadme(view, pkg), reason: 'notes' }] }], edit: naming };
}

const edited = (path: string, edits: readonly Edit[]): ChangeSet['edit'][number][] =>
  edits.length === 0 ? [] : [{ path, edits }];

const newReadme = (view: View, pkg: Package): string =>
  [`# ${pkg.name}\n`, ...wantedOf(view).map((section) => writeSection(view, pkg, section))].join('\n');

const wantedOf = (view: View): readonly string[] => view.config.readmes.sections ?? SECTIONS;

function editsFor(view: View, pkg: Package, path: string): Edit[] {
  const text = view.text(path);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const { headings } = readMarkdown(text);
  const edits: Edit[] = [];
  const block = apiBlock(text);
  const items = block === null ? null : pkg.items();
  if (block !== null && items !== null) {
    const now = printApi(items).replaceAll('\n', newline);
    if (text.slice(block.start, block.end) !== now) edits.push({ ...block, text: now, reason: 'notes' });
  }
  const lacking = wantedOf(view).filter((section) => !hasSection(section, headings, view.config.readmes));
  if (lacking.length === 0) return edits;
  const sections = lacking.map((section) => `\n${writeSection(view, pkg, section)}`).join('');
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  const end = text.length;
  return [...edits, { start: end, end, text: `${lead}${sections}`.replaceAll('\n', newline), reason: 'notes' }];
}
