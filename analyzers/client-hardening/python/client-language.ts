import type { ClientCode, ClientFunction } from '../client-code.ts';
import { type ClientLanguage, ERROR_NAME } from '../client-language.ts';

const STARTS = /^(?:create_subprocess_(?:exec|shell)|Popen|open_process)$/;
const BLOCKING = /^subprocess\.(?:run|check_output|check_call|call)$/;
const TEXT = `(?:str\\(${ERROR_NAME}\\)|repr\\(${ERROR_NAME}\\)|\\b${ERROR_NAME}\\.(?:message|args\\[0\\]))(?:\\.lower\\(\\))?`;

/** asyncio, anyio and subprocess. */
export const PYTHON_CLIENT: ClientLanguage = {
  starts: ({ name }) => STARTS.test(name),
  // A kill anywhere counts, by whatever helper: where it is reached from is not followed.
  endsChild: (_around, code) => /\b\w*(?:kill|terminate|send_signal)\w*\s*\(/.test(code),
  hasGroup: ({ args }) =>
    /\b(?:start_new_session\s*=\s*True|process_group\s*=|preexec_fn\s*=\s*os\.setsid)|\*\*\w+/.test(args),
  pipesStderr: ({ args }) => /\bstderr\s*=\s*(?:\w+\.)*PIPE\b/.test(args),
  waitsByItself: () => false,
  errorText: TEXT,
  comparisons: (text) => [
    new RegExp(`["']\\s*(?:not\\s+)?in\\s+${text}`, 'g'),
    new RegExp(`${text}\\s*[=!]=\\s*["']`, 'g'),
    new RegExp(`${text}\\.(?:startswith|endswith|find)\\(\\s*["']`, 'g'),
  ],
  namedText: new RegExp(`\\b(\\w+)\\s*=\\s*${TEXT}`, 'g'),
  docs: /"""[\s\S]*?"""/g,
  isTestName: (name) => name.startsWith('test'),
  readsBlock: true,
  blocks: ({ name, callee }) => name === 'communicate' || BLOCKING.test(callee),
  leakBetween,
};

function leakBetween(file: ClientCode, from: number, to: number, within: ClientFunction): string | null {
  const inTry = /(?:^|\n)\s*try\s*:/.test(file.code.slice(within.body, to));
  const isSet = /\b(?:finally|except\b[^\n]*)\s*:[\s\S]*$/.test(file.code.slice(within.body, within.end));
  if (inTry && isSet) return null;
  const waiting = /\b(?:await|raise|return)\b/.exec(file.code.slice(from, to));
  return waiting ? `an error of \`${waiting[0]}\` at line ${file.lineOf(from + waiting.index)}` : null;
}
