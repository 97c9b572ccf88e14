import { ownerFinder } from '../../../analyzers/budget/find-owner.ts';
import { API_END, API_START, printApi } from '../../../analyzers/readmes/api-block.ts';
import type { Package } from '../../../analyzers/readmes/packages.ts';
import { titleOf } from '../../../analyzers/readmes/sections.ts';
import { testCommands } from '../../../analyzers/readmes/test-commands.ts';
import { manifestTable } from '../../../analyzers/workspace-lints/read-lints.ts';
import { stringAt, tableAt } from '../../../src/workspace/manifest-files.ts';
import type { View } from '../../../src/workspace/view.ts';

/** One section of a README from what the workspace says, heading and all; lines end with `\n`. */
export function writeSection(view: View, pkg: Package, section: string): string {
  return `## ${titleOf(section, view.config.readmes)}\n\n${bodyOf(view, pkg, section)}`;
}

function bodyOf(view: View, pkg: Package, section: string): string {
  switch (section) {
    case 'purpose':
      return `${purposeOf(view, pkg)}\n`;
    case 'api':
      return apiOf(pkg);
    case 'tests': {
      const commands = testCommands(view, pkg);
      return commands.length === 0
        ? 'This package has no tests.\n'
        : `\`\`\`sh\n${commands.map((command) => `${command}\n`).join('')}\`\`\`\n`;
    }
    case 'owners': {
      const owner = ownerFinder(view)(pkg.manifest);
      return owner === null ? 'CODEOWNERS has no owner for this folder.\n' : `Owned by ${owner} (CODEOWNERS).\n`;
    }
    default:
      return 'To be written.\n';
  }
}

function apiOf(pkg: Package): string {
  const items = pkg.items();
  if (items === null) return 'The source of this package cannot be read whole; write the list by hand.\n';
  return `${API_START}\n${printApi(items)}${API_END}\n`;
}

/** The manifest's description, else the first paragraph of the crate's own documentation. */
function purposeOf(view: View, pkg: Package): string {
  const table =
    view.file(pkg.manifest)?.state === 'text' && pkg.manifest.endsWith('.toml')
      ? manifestTable(view, pkg.manifest)
      : null;
  const holder = pkg.kind === 'crate' ? tableAt(table, 'package') : tableAt(table, 'project');
  return stringAt(holder, 'description')?.trim() ?? crateDocs(view, pkg) ?? 'To be written: what this package is for.';
}

function crateDocs(view: View, pkg: Package): string | null {
  const crate = view.manifests.crates.find(({ manifest }) => manifest === pkg.manifest);
  const root = crate?.targets.find(({ kind }) => kind === 'lib' || kind === 'bin')?.path;
  if (root === undefined || view.file(root)?.state !== 'text') return null;
  const lines = view.text(root).split(/\r?\n/);
  const docs = lines.slice(
    0,
    lines.findIndex((line) => !/^\s*(?:\/\/!|#!\[|$)/.test(line)),
  );
  const [paragraph] = docs
    .flatMap((line) => /^\s*\/\/! ?(.*)$/.exec(line)?.[1] ?? [])
    .join('\n')
    .split(/\n\s*\n/)
    .map((one) => one.replace(/^#+ .*$/gm, '').trim())
    .filter((one) => one !== '');
  return paragraph ?? null;
}
