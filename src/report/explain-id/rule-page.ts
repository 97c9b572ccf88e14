import type { Rule } from '../../core/finding.ts';

/** The page of a rule, in Markdown: what, why, what to do, with a before and after where the rule has them. Ends with a newline. */
export function rulePage(check: string, { id, severity, what, why, whatToDo, example, mend }: Rule): string {
  return [
    `# ${id}`,
    '',
    `A rule of \`check ${check}\`; severity ${severity}${mend ? ', fixed by `check --fix`' : ''}.`,
    '',
    what,
    '',
    `**Why:** ${why}`,
    ...(whatToDo ? ['', `**Do:** ${whatToDo}`] : []),
    ...(example ? ['', 'Before:', '', fenced(example.before), '', 'After:', '', fenced(example.after)] : []),
    '',
    '**Excuse one place**, with somebody who answers for it until a day, in `omni-refactor.toml`:',
    '',
    fenced(
      `[[exception]]\nrule = "${id}"\npath = "…"\nowner = "@team"\nreason = "…"\nexpires = "2027-01-31"\nexit = "what ends it"`,
    ),
    '',
  ].join('\n');
}

/** The page of a rule of `mcp probe`, with what the specification says in each revision. Ends with a newline. */
export function probeRulePage(
  { id, severity, what, why, whatToDo }: Rule,
  clauses: readonly { readonly url: string; readonly says: string }[],
): string {
  return [
    `# ${id}`,
    '',
    `A rule of \`mcp probe\`; severity ${severity}.`,
    '',
    what,
    '',
    `**Why:** ${why}`,
    '',
    `**Do:** ${whatToDo}`,
    '',
    ...(clauses.length === 0
      ? ['The specification says nothing of it.']
      : ['**The specification:**', '', ...clauses.map(({ url, says }) => `- ${says}\n  <${url}>`)]),
    '',
  ].join('\n');
}

const fenced = (text: string): string => `\`\`\`\n${text}\n\`\`\``;
