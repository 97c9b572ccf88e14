import type { Ignored } from '../../../analyzers/dependency-policy/ignored.ts';
import { ANSWERS, mergeAnswers } from '../../../analyzers/dependency-policy/ignored.ts';
import type { Policy } from '../../../analyzers/dependency-policy/read-policy.ts';

const HEAD = `# Advisories that this repository ignores, and who answers for each until when. An exception ends on its day: \`omni-refactor check
# dependency-policy\` fails from then on, and warns two weeks before. \`--fix\` brings deny.toml, .cargo/audit.toml and osv-scanner.toml in step.
#
# [[exception]]
# id = "RUSTSEC-0000-0000"        # or GHSA-…, PYSEC-…, "crate@1.2.3"
# reason = "why it does no harm here"
# owner = "@team"
# expires = "2027-01-31"
# exit = "what ends it, such as an upstream release"
# tools = ["cargo-deny"]          # those that ignore it; without the key all whose files are there
`;

/** Every exception that stands, with what is known of it; what is not known is a finding until somebody fills it in. */
export function exceptionsFile({ ignored }: Policy): string {
  const byId = new Map<string, Ignored[]>();
  for (const one of ignored) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [HEAD, ...[...byId].map(([id, all]) => entry(id, all))].join('\n');
}

function entry(id: string, all: readonly Ignored[]): string {
  const answer = mergeAnswers(...all.map((one) => one.answer));
  const tools = [...new Set(all.map(({ tool }) => tool))].sort();
  return [
    '[[exception]]',
    `id = ${JSON.stringify(id)}`,
    ...ANSWERS.flatMap((part) => (answer[part] === null ? [] : [`${part} = ${JSON.stringify(answer[part])}`])),
    `tools = [${tools.map((tool) => JSON.stringify(tool)).join(', ')}]`,
    '',
  ].join('\n');
}
