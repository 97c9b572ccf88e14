import type { ClientCode } from '../client-code.ts';
import { type ClientLanguage, ERROR_NAME } from '../client-language.ts';

const TEXT = `\\b${ERROR_NAME}(?:\\.to_string\\(\\)|\\.message\\(\\)|\\.as_str\\(\\))`;

/** tokio and the standard library. */
export const RUST_CLIENT: ClientLanguage = {
  // Tasks and threads are spawned with something to run.
  starts: ({ name, isMethod, args }, code) => name === 'spawn' && isMethod && args === '' && /\bprocess\b/.test(code),
  endsChild: (around, code) => /\bkill_on_drop\s*\(\s*true\s*\)/.test(around) || dropsKill(code),
  hasGroup: (_call, around) => /\b(?:process_group|setsid|setpgid|ProcessGroup|JobObject|pre_exec)\b/.test(around),
  pipesStderr: (_call, around) => /\.stderr\s*\(\s*(?:\w+::)*piped\s*\(/.test(around),
  waitsByItself: ({ name, isAwaited }) => name === 'kill' && isAwaited,
  errorText: TEXT,
  comparisons: (text) => [
    new RegExp(
      `${text}\\s*(?:\\.to_lowercase\\(\\)\\s*)?\\.\\s*(?:contains|starts_with|ends_with|eq)\\s*\\(\\s*"`,
      'g',
    ),
    new RegExp(`${text}\\s*[=!]=\\s*"`, 'g'),
    new RegExp(`\\bmatch\\s+${text}\\s*\\{\\s*"`, 'g'),
  ],
  namedText: new RegExp(`\\blet\\s+(\\w+)\\s*=\\s*${TEXT}`, 'g'),
  docs: /^[ \t]*\/\/[/!].*$/gm,
  isTestName: () => true,
  readsBlock: false,
  blocks: () => false,
  leakBetween,
};

/** An `impl Drop` with a kill in it. */
function dropsKill(code: string): boolean {
  const drop = code.search(/\bimpl\b[^{;]*\bDrop\s+for\b/);
  return drop >= 0 && /\bfn\s+drop\b[^}]*\b(?:start_kill|kill|killpg)\b/.test(code.slice(drop));
}

function leakBetween(file: ClientCode, from: number, to: number): string | null {
  const between = file.code.slice(from, to);
  const question = /\)\s*(?:\.await)?\s*\?/.exec(between);
  if (question) return `the \`?\` at line ${file.lineOf(from + question.index)}`;
  const returned = /\breturn\b/.exec(between);
  return returned ? `the \`return\` at line ${file.lineOf(from + returned.index)}` : null;
}
