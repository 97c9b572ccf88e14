import { packageFlags, type ReleasePlan } from './release-plan.ts';

/** RELEASING.md: the steps of a release, and what is done when one fails. */
export function runbook({ outputs, wheels, workflow }: ReleasePlan): string {
  const crates = outputs.flatMap((one) => one.crates);
  const programs = outputs.flatMap((one) => one.programs.map(({ name }) => name));
  return `# Releasing

${brought(
  crates,
  programs,
  wheels.map(({ name }) => name),
)}

## Steps

1. Raise the version in the manifests, bring the lock files in step (\`cargo update --workspace\`), and write the changelog's entry.
2. \`omni-refactor check release\` finds places that say another version; \`omni-refactor release preflight --build\` builds the outputs here.
3. Merge. \`.github/workflows/release-verify.yml\` has to be green on the merged commit.
4. Tag that commit and push the tag: \`git tag -s v1.2.3 && git push origin v1.2.3\`.
5. ${bringsOut(workflow, programs.length > 0, crates.length > 0)}
6. Read the draft, try what it holds, and publish it.

## When a step fails

| what failed | what is out | what to do |
| --- | --- | --- |
| verify | nothing | Mend on the main branch. Delete the tag (\`git push --delete origin v1.2.3\`) and tag the mended commit: nobody has it yet. |
| build of one target | nothing | Run the failed jobs again. If the code is at fault, as above. |
| draft | nothing | Delete the draft (\`gh release delete v1.2.3 --yes\`), then run the failed jobs again. |
${crates.length > 0 ? publishRows(crates) : ''}
## Rollback

A version that is out is never replaced and its tag is never moved: the next version fixes it.

${rollback(crates, wheels.length > 0)}`;
}

function bringsOut(workflow: string, hasPrograms: boolean, hasCrates: boolean): string {
  const lead = `\`${workflow}\``;
  if (workflow !== '.github/workflows/release.yml') return `${lead} brings it out.`;
  return `${lead} verifies again, ${hasPrograms ? 'builds the programs ' : ''}and drafts the release.${hasCrates ? ' The reviewers of the environment `crates-io` then let it publish.' : ''}`;
}

function brought(crates: readonly string[], programs: readonly string[], wheels: readonly string[]): string {
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const parts = [
    ...(crates.length > 0 ? [`the crates ${list(crates)} (in this order)`] : []),
    ...(programs.length > 0 ? [`the programs ${list(programs)}`] : []),
    ...(wheels.length > 0 ? [`the wheels of ${list(wheels)}`] : []),
  ];
  return parts.length === 0
    ? 'A release of this repository is a tag and its notes; no crate here says that it is published.'
    : `A release brings out ${parts.join('; ')}.`;
}

const publishRows = (crates: readonly string[]): string =>
  `| publish, before the first crate | nothing | Fix the token or the manifest, run the job again. |
| publish, half way | the crates before the one that failed | Do not delete the tag. Fix what failed and publish the rest in order: \`cargo publish${packageFlags(crates)}\` without those that are out. If the code has to change, release the next version of all of them. |
`;

function rollback(crates: readonly string[], hasWheels: boolean): string {
  return [
    '1. Tell users: mark the release as a pre-release and say in its notes what is wrong (`gh release edit v1.2.3 --prerelease`).',
    ...(crates.length > 0
      ? [
          `2. Keep new builds from it, the dependents first: ${[...crates]
            .reverse()
            .map((name) => `\`cargo yank ${name}@1.2.3\``)
            .join(', ')}. Builds with a lock file keep working.`,
        ]
      : []),
    ...(hasWheels
      ? [`${crates.length > 0 ? 3 : 2}. Yank the wheels on PyPI (the project's page, "Yank"): pins keep working.`]
      : []),
    '',
    'A secret that leaked into an output is revoked first; a yank hides nothing.',
    '',
  ].join('\n');
}
