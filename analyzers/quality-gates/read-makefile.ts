export interface MakeRule {
  readonly needs: readonly string[];
  /** Shell text; sigils taken away, an ignored failure written as `|| true`. */
  readonly body: string;
  /** 1-based line of the first line of the body. */
  readonly line: number;
}

const RULE = /^([^\s:#=][^:=#]*):(?!=)([^=]*)$/;

/** The rules of a makefile by target, in order. Conditionals and includes are not followed. */
export function makeRules(text: string): Map<string, MakeRule> {
  const rules = new Map<string, MakeRule>();
  let open: string[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [, names, needs] = RULE.exec(line) ?? [];
    if (line.startsWith('\t')) for (const name of open) addRow(rules, name, line.slice(1), i + 1);
    else if (names !== undefined) {
      open = names.trim().split(/\s+/);
      for (const name of open) addNeeds(rules, name, needs!, i + 1);
    } else if (line.trim() !== '' && !line.startsWith('#')) open = [];
  }
  return rules;
}

function addRow(rules: Map<string, MakeRule>, name: string, row: string, line: number): void {
  const rule = rules.get(name)!;
  const [sigils = ''] = /^[@+-]+/.exec(row) ?? [];
  const command = row.slice(sigils.length).replaceAll('$$', '$');
  const shown = sigils.includes('-') ? `${command} || true` : command;
  rules.set(name, { ...rule, line: rule.body === '' ? line : rule.line, body: `${rule.body}${shown}\n` });
}

function addNeeds(rules: Map<string, MakeRule>, name: string, needs: string, line: number): void {
  const known = rules.get(name) ?? { needs: [], body: '', line };
  const more = needs
    .replace(/#.*$/, '')
    .split(/\s+/)
    .filter((one) => one !== '' && one !== '|');
  rules.set(name, { ...known, needs: [...known.needs, ...more] });
}
