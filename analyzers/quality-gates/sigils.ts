/**
 * Rows of a recipe as shell text: `@`, `-` and `+` in front of a command are for make and just, an ignored failure is written as `|| true`.
 * A row that `\` carries on is one command with the next, whose options are no sigils.
 */
export function withoutSigils(rows: readonly string[]): string[] {
  let isIgnored = false;
  return rows.map((row, i) => {
    const isCarried = i > 0 && rows[i - 1]!.endsWith('\\');
    const [sigils = ''] = isCarried ? [] : (/^[@+-]*/.exec(row) ?? []);
    const command = row.slice(sigils.length);
    isIgnored = isCarried ? isIgnored : sigils.includes('-') && command.trim() !== '';
    return isIgnored && !command.endsWith('\\') ? `${command} || true` : command;
  });
}
