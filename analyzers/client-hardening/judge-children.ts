import type { Finding } from '../../src/core/finding.ts';
import type { ClientCall } from './client-code.ts';
import type { ClientFile } from './client-file.ts';
import { found } from './found.ts';
import { isOutsideTests, symbolOf } from './judge-timeouts.ts';
import { NO_GROUP, OUTLIVES, STATUS_DROPPED, STDERR_UNREAD, UNREAPED } from './rules.ts';

/** Where processes are started, outside of tests. */
export const startsIn = (file: ClientFile): ClientCall[] =>
  file.calls.filter((call) => isOutsideTests(call) && file.language.starts(call, file.code));

/** What happens to the processes that a client starts: until the client goes, and when it does. */
export function judgeChildren(files: readonly ClientFile[]): Finding[] {
  const code = files.map((file) => file.code).join('\n');
  return files.flatMap((file) => [
    ...startsIn(file).flatMap((call) => judgeStart(file, call, code)),
    ...file.calls.filter(isOutsideTests).flatMap((call) => [...judgeKill(file, call), ...judgeWait(file, call)]),
  ]);
}

function judgeStart(file: ClientFile, call: ClientCall, code: string): Finding[] {
  const { language } = file;
  const around = call.within?.code ?? file.code;
  const at = (rule: typeof OUTLIVES, what: string): Finding => found(rule, file, call.start, symbolOf(call), what);
  return [
    ...(language.endsChild(around, code)
      ? []
      : [at(OUTLIVES, 'the process that is started here is not ended when the client goes')]),
    ...(language.hasGroup(call, around)
      ? []
      : [at(NO_GROUP, 'the process that is started here has no process group of its own')]),
    ...(language.pipesStderr(call, around) && !readsStderr(code)
      ? [at(STDERR_UNREAD, 'stderr of the process that is started here is piped, and nothing reads it')]
      : []),
  ];
}

/** Beside the builder's own `.stderr(…)`. */
const readsStderr = (code: string): boolean =>
  /\.stderr\b(?!\s*\()/.test(code) || /\b(?:communicate|wait_with_output|output)\s*\(/.test(code);

/** A kill without a wait behind it. tokio's `kill().await` waits by itself; a `drop` of tokio cannot wait. */
function judgeKill(file: ClientFile, call: ClientCall): Finding[] {
  const isKill = call.isMethod && call.args === '' && /^(?:kill|start_kill|terminate)$/.test(call.name);
  const { within } = call;
  if (!isKill || within === null || file.language.waitsByItself(call)) return [];
  if (within.name === 'drop' && /\btokio\b/.test(file.code)) return [];
  const behind = file.code.slice(call.end, within.end);
  if (/\b(?:wait|try_wait|communicate|join|wait_closed)\s*\(/.test(behind)) return [];
  return [found(UNREAPED, file, call.start, symbolOf(call), `nothing waits for the process behind \`${call.name}()\``)];
}

/** A wait whose value nothing takes; behind a kill there is nothing to learn from it. */
function judgeWait(file: ClientFile, call: ClientCall): Finding[] {
  const { within } = call;
  if (call.name !== 'wait' || !call.isMethod || !call.isDropped || within === null) return [];
  if (!/(?:child|proc|process)\w*\s*(?:\.\s*\w+\(\)\s*)*\.\s*wait$/i.test(call.callee)) return [];
  const before = file.code.slice(within.body, call.start);
  if (/\b(?:start_kill|kill|killpg|terminate|send_signal)\s*\(/.test(before)) return [];
  if (/\b(?:returncode|code\s*\(\)|success\s*\(\))/.test(within.code)) return [];
  return [found(STATUS_DROPPED, file, call.start, symbolOf(call), 'the exit status is thrown away')];
}
