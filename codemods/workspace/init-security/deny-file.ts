import { printAnswer } from '../../../analyzers/dependency-policy/ignored.ts';
import type { Policy } from '../../../analyzers/dependency-policy/read-policy.ts';
import { cargoRoots } from '../../../analyzers/quality-gates/lane-commands.ts';
import { manifestTable } from '../../../analyzers/workspace-lints/read-lints.ts';
import { stringAt, tableAt } from '../../../src/workspace/manifest-files.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Licences that ask for no more than a notice. */
const PERMISSIVE = ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unicode-3.0', 'Zlib'];

/** deny.toml from what the manifests and lock files say. */
export function denyFile(view: View, { ignored }: Policy): string {
  // cargo-audit reads the same advisories: what it ignores is ignored here too.
  const audited = ignored.filter(({ tool }) => tool === 'cargo-audit');
  const entries = audited.map(
    ({ id, answer }) => `    { id = ${JSON.stringify(id)}, reason = ${JSON.stringify(printAnswer(answer))} },`,
  );
  const allowed = [...new Set([...PERMISSIVE, ...ownLicences(view)])].sort();
  return [
    '# What cargo-deny refuses. Exceptions are answered for in security/exceptions.toml.',
    '[advisories]',
    'yanked = "deny"',
    entries.length === 0 ? 'ignore = []' : ['ignore = [', ...entries, ']'].join('\n'),
    '',
    '[licenses]',
    'allow = [',
    ...allowed.map((name) => `    ${JSON.stringify(name)},`),
    ']',
    'private = { ignore = true }',
    '',
    '[bans]',
    'multiple-versions = "warn"',
    'wildcards = "warn"',
    '',
    '[sources]',
    'unknown-registry = "deny"',
    'unknown-git = "deny"',
    `allow-git = [${gitSources(view)
      .map((url) => JSON.stringify(url))
      .join(', ')}]`,
    '',
  ].join('\n');
}

/** SPDX identifiers in the manifests of the workspace. */
function ownLicences(view: View): string[] {
  const roots = cargoRoots(view).map((root) => (root === '' ? 'Cargo.toml' : `${root}/Cargo.toml`));
  const manifests = [...new Set([...roots, ...view.manifests.crates.map(({ manifest }) => manifest)])];
  return manifests.flatMap((path) => {
    const table = view.file(path)?.state === 'text' ? manifestTable(view, path) : null;
    const licences =
      stringAt(tableAt(table, 'package'), 'license') ??
      stringAt(tableAt(tableAt(table, 'workspace'), 'package'), 'license');
    return (licences ?? '').split(/\s+(?:OR|AND)\s+|[()/]/).filter((one) => /^[A-Za-z0-9.+-]+$/.test(one));
  });
}

/** Repositories that a lock file takes crates from. */
const gitSources = (view: View): string[] =>
  [
    ...new Set(
      view.files
        .filter(({ path, state }) => state === 'text' && /(?:^|\/)Cargo\.lock$/.test(path))
        .flatMap(({ path }) => [...view.text(path).matchAll(/^source = "git\+([^?#"]+)/gm)].map(([, url]) => url!)),
    ),
  ].sort();
