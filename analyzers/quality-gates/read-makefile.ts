import { withoutSigils } from './sigils.ts';

export interface MakeRule {
  readonly needs: readonly string[];
  /** Rows as they stand; `ruleFor` gives them as shell text. */
  readonly body: string;
  /** 1-based line of the first line of the body. */
  readonly line: number;
}

export interface Makefile {
  readonly rules: ReadonlyMap<string, MakeRule>;
  readonly variables: ReadonlyMap<string, string>;
}

const RULE = /^([^\s:#=][^:=#]*):(?!=)([^=]*)$/;
const VARIABLE = /^(?:export\s+|override\s+)*([\w.-]+)\s*(\+|::?|\?)?=\s*(.*?)\s*$/;

/** The rules of a makefile by target, in order, and its variables. Conditionals and includes are not followed. */
export function readMakefile(text: string): Makefile {
  const rules = new Map<string, MakeRule>();
  const variables = new Map<string, string>();
  let open: string[] = [];
  for (const [i, line] of joined(text).entries()) {
    const [, names, needs] = RULE.exec(line) ?? [];
    if (line.startsWith('\t')) for (const name of open) addRow(rules, name, line.slice(1), i + 1);
    else if (names !== undefined) {
      open = names.trim().split(/\s+/);
      for (const name of open) addNeeds(rules, name, needs!, i + 1);
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      open = [];
      assign(variables, line);
    }
  }
  return { rules, variables };
}

/** Lines of variables that `\` carries on are one; the others keep their numbers. */
function joined(text: string): string[] {
  const lines = text.split(/\r?\n/);
  for (let i = lines.length - 2; i >= 0; i--)
    if (lines[i]!.endsWith('\\') && !lines[i]!.startsWith('\t') && VARIABLE.test(lines[i]!)) {
      lines[i] = `${lines[i]!.slice(0, -1)} ${lines[i + 1]!.trim()}`;
      lines[i + 1] = '';
    }
  return lines;
}

function assign(variables: Map<string, string>, line: string): void {
  const [, name, operator, value = ''] = VARIABLE.exec(line) ?? [];
  if (name === undefined || (operator === '?' && variables.has(name))) return;
  const known = variables.get(name);
  variables.set(name, operator === '+' && known !== undefined ? `${known} ${value}` : value);
}

function addRow(rules: Map<string, MakeRule>, name: string, row: string, line: number): void {
  const rule = rules.get(name)!;
  rules.set(name, { ...rule, line: rule.body === '' ? line : rule.line, body: `${rule.body}${row}\n` });
}

function addNeeds(rules: Map<string, MakeRule>, name: string, needs: string, line: number): void {
  const known = rules.get(name) ?? { needs: [], body: '', line };
  const more = needs
    .replace(/#.*$/, '')
    .split(/\s+/)
    .filter((one) => one !== '' && one !== '|');
  rules.set(name, { ...known, needs: [...known.needs, ...more] });
}

/** The rule of a target, a pattern rule (`test-%`) among them, with its variables filled in. */
export function ruleFor({ rules, variables }: Makefile, target: string): MakeRule | null {
  const exact = rules.get(target);
  if (exact) return { ...exact, body: expanded(exact.body, variables, target, '') };
  for (const [name, rule] of rules) {
    const [head, tail] = name.split('%');
    if (tail === undefined || target.length < head!.length + tail.length) continue;
    if (!target.startsWith(head!) || !target.endsWith(tail)) continue;
    const stem = target.slice(head!.length, target.length - tail.length);
    const needs = rule.needs.map((one) => one.replace('%', stem));
    return { ...rule, needs, body: expanded(rule.body, variables, target, stem) };
  }
  return null;
}

/** References without another inside; what is a function of make stays as it stands. */
const REFERENCE = /\$\$|\$([@*])|\$[({]([@*]|[\w.-]+)(?::([^=(){}]*)=([^(){}]*))?[)}]/g;
const DEEPEST = 6;

function expanded(text: string, variables: ReadonlyMap<string, string>, target: string, stem: string): string {
  const automatic: Readonly<Record<string, string>> = { '@': target, '*': stem };
  const referenced = (name: string): string =>
    automatic[name] ?? variables.get(name) ?? (name === 'MAKE' ? 'make' : '');
  let now = text;
  for (let i = 0; i < DEEPEST && /\$[({@*]/.test(now.replaceAll('$$', '')); i++)
    now = now.replace(REFERENCE, (whole, sign?: string, name?: string, from?: string, to?: string) => {
      if (whole === '$$') return whole;
      const value = referenced(sign ?? name!);
      return from === undefined ? value : substituted(value, from, to!);
    });
  return withoutSigils(now.replaceAll('$$', '$').split('\n')).join('\n');
}

/** `$(X:a-%=%)`: of each word that has the form. */
const substituted = (value: string, from: string, to: string): string =>
  value
    .split(/\s+/)
    .map((word) => {
      const [head, tail = ''] = from.includes('%') ? from.split('%') : ['', from];
      if (!word.startsWith(head!) || !word.endsWith(tail)) return word;
      const stem = word.slice(head!.length, word.length - tail.length);
      return from.includes('%') ? to.replace('%', stem) : `${stem}${to}`;
    })
    .join(' ');
