import { ownerFinder } from '../../../analyzers/budget/find-owner.ts';
import { SIDECAR } from '../../../analyzers/dependency-policy/read-policy.ts';
import { manifestTable } from '../../../analyzers/workspace-lints/read-lints.ts';
import { stringAt, stringsAt, tableAt } from '../../../src/workspace/manifest-files.ts';
import type { View } from '../../../src/workspace/view.ts';

/** The policy at the root: where to report, what is supported, and how an exception lives and ends. */
export function securityFile(view: View): string {
  const owner = ownerFinder(view)(SIDECAR) ?? ownerFinder(view)('SECURITY.md');
  return `# Security policy

## Reporting

${contact(view)} Please do not open a public issue before there is a release that fixes it.

## Supported versions

The newest release. Older ones get no fixes unless a release note says so.

## Exceptions

An advisory may be ignored only by an entry in \`${SIDECAR}\` with a reason, an owner, the day on which it ends, and what ends it.

1. Whoever needs the exception adds the entry; its owner reviews it${owner === null ? '' : `, and ${owner} (CODEOWNERS) the file`}.
2. \`omni-refactor check dependency-policy --fix\` copies it to the scanners' files.
3. From two weeks before its day the gate warns; after it the gate fails. The owner updates the dependency, or decides anew with a new
   day and a reason.
4. What nothing ignores any more is a finding, and goes.
`;
}

function contact(view: View): string {
  const manifests = ['Cargo.toml', ...view.manifests.crates.map(({ manifest }) => manifest)];
  const tables = manifests
    .filter((path) => view.file(path)?.state === 'text')
    .flatMap((path) => {
      const table = manifestTable(view, path);
      return [tableAt(table, 'package'), tableAt(tableAt(table, 'workspace'), 'package')];
    });
  const hosted = tables.map((table) => stringAt(table, 'repository')).find((url) => url !== null);
  const github = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/.*)?$/.exec(hosted ?? '')?.[1];
  if (github !== undefined) return `Report a hole in private: https://github.com/${github}/security/advisories/new.`;
  const mails = tables
    .flatMap((table) => stringsAt(table, 'authors'))
    .flatMap((one) => /<([^>]+@[^>]+)>/.exec(one)?.[1] ?? []);
  if (mails[0] !== undefined) return `Report a hole by mail to ${mails[0]}.`;
  const owner = ownerFinder(view)('SECURITY.md');
  return `Report a hole in private to ${owner ?? 'the maintainers'}, through the host of this repository.`;
}
