import type { Rule } from '../../src/core/finding.ts';

const rule = (id: string, what: string, why: string, whatToDo: string, example: Rule['example']): Rule => ({
  id,
  severity: 'error',
  what,
  why,
  whatToDo,
  ...(example ? { example } : {}),
});

export const NO_TIMEOUT = rule(
  'client-no-timeout',
  'A client waits for an answer of another process without a limit.',
  'A server that never answers then holds the call, and everything that waits for it, for ever.',
  'Put a limit around the wait, and give its end an error kind of its own.',
  {
    before: 'let answer = self.peer.call_tool(request).await?;',
    after: 'let answer = timeout(self.limit, self.peer.call_tool(request)).await.map_err(|_| Error::Timeout)??;',
  },
);

export const OUTLIVES = rule(
  'client-child-outlives',
  'A client starts a process, and nothing ends it when the client goes.',
  'An error, a panic or a cancelled task between start and end leaves the server running with nobody to talk to.',
  'End it wherever the client can go: `kill_on_drop(true)`, an `impl Drop` that kills, or `finally` with `kill()`.',
  { before: 'Command::new(program).spawn()?', after: 'Command::new(program).kill_on_drop(true).spawn()?' },
);

export const NO_GROUP = rule(
  'client-no-process-group',
  'A client starts a process in its own process group.',
  'Helpers that the server starts survive when it alone is killed, and keep its pipes open.',
  'Start it in a group of its own (`process_group(0)`, `start_new_session=True`), and signal the group.',
  { before: 'subprocess.Popen(command)', after: 'subprocess.Popen(command, start_new_session=True)' },
);

export const UNREAPED = rule(
  'client-unreaped',
  'A client kills a process and does not wait for it.',
  'It stays a zombie until the client ends, and its exit code is lost.',
  'Wait behind the kill, with a limit.',
  { before: 'proc.kill()', after: 'proc.kill()\nproc.wait(timeout=2)' },
);

export const STRING_ERROR = rule(
  'client-error-string',
  'An error is told apart by the words of its message.',
  'Another version, locale or wrapping of the message changes the branch that is taken, and nothing fails to compile.',
  'Give the case an error kind (an enum variant, an exception class), and match that.',
  { before: 'if "timed out" in str(error):', after: 'except RequestTimeout:' },
);

export const STUCK_STATE = rule(
  'client-stuck-state',
  'A state is entered that a path through the code never leaves.',
  'Calls that ask for the state then wait or refuse for ever, after one failure.',
  'Leave the state on the failing path too: set it back before returning, by a guard, or in `finally`.',
  {
    before: 'self.state = State::Busy;\nself.send(line).await?;\nself.state = State::Ready;',
    after: 'self.state = State::Busy;\nlet sent = self.send(line).await;\nself.state = State::Ready;\nsent?;',
  },
);

export const LOST_ARGUMENT = rule(
  'client-lost-argument',
  'A request takes an argument that is not in what is sent.',
  'The caller believes that it was asked for, and gets the answer to another question.',
  'Send it, or take the parameter away.',
  {
    before: 'async def list(self, cursor=None):\n    return await self.request("list", {})',
    after: 'async def list(self, cursor=None):\n    return await self.request("list", {"cursor": cursor})',
  },
);

export const UNKNOWN_NAME = rule(
  'client-unknown-name',
  'A README or a doc comment names a function that the client does not have.',
  'Whoever follows it writes code that does not compile, or fails when it runs.',
  'Correct the name, or take the sentence away.',
  { before: 'Call `client.call_tools()`.', after: 'Call `client.call_tool()`.' },
);

export const STDERR_UNREAD = rule(
  'client-stderr-unread',
  'The stderr of a process is piped and never read.',
  'A server that writes more than the pipe holds (64 KiB on Linux) stops in the middle of a request, and the reason stays in the pipe.',
  'Read it in a task of its own and keep its tail for errors, or let the process inherit it.',
  {
    before: 'asyncio.create_subprocess_exec(program, stderr=PIPE)',
    after:
      'proc = await asyncio.create_subprocess_exec(program, stderr=PIPE)\nself.log = asyncio.create_task(self.drain(proc.stderr))',
  },
);

export const STATUS_DROPPED = rule(
  'client-status-dropped',
  'The exit status of a process is thrown away.',
  'A server that crashed cannot be told from one that was asked to go.',
  'Keep the status, and put code or signal into the error.',
  {
    before: 'let _ = child.wait().await;',
    after: 'let status = child.wait().await?;\nreturn Err(Error::Exited(status.code()));',
  },
);

export const UNTESTED = rule(
  'client-untested',
  'No test covers one of the ways in which a server fails.',
  'These paths run only when something is broken already: nobody sees them otherwise.',
  'Write a test with a server that fails in that way; its name or its code has to say so.',
  undefined,
);

export const UNDOCUMENTED: Rule = {
  id: 'client-undocumented',
  severity: 'warning',
  what: 'The README of a client does not say how it behaves when the server fails.',
  why: 'Whoever builds on it has to read its source for limits, error kinds and what is cleaned up.',
  mend: 'workspace/scaffold-runtime-behaviour',
  whatToDo: 'Write a section "Runtime behaviour", or begin it from the source: `check client-hardening --fix`.',
};

export const CLIENT_CONFIG = rule(
  'client-config',
  'A `[[client]]` names a path that holds no Rust or Python source.',
  'Nothing is looked at, so that the check passes whatever the client does.',
  'Name the folder or file of the client.',
  undefined,
);

export const CLIENT_RULES: readonly Rule[] = [
  NO_TIMEOUT,
  OUTLIVES,
  NO_GROUP,
  UNREAPED,
  STRING_ERROR,
  STUCK_STATE,
  LOST_ARGUMENT,
  UNKNOWN_NAME,
  STDERR_UNREAD,
  STATUS_DROPPED,
  UNTESTED,
  UNDOCUMENTED,
  CLIENT_CONFIG,
];
