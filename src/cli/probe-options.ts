import { RefactorError } from '../core/errors.ts';
import type { AllowedCall } from '../engine/mcp/probe/call-tools.ts';
import type { Target } from '../engine/mcp/probe/run-probe.ts';
import { isObject, type Json } from '../engine/mcp/transport/read-message.ts';
import type { Era } from '../engine/mcp/versions.ts';

export interface ProbeCommandOptions {
  readonly url?: string;
  readonly header: readonly string[];
  readonly era: 'auto' | Era;
  readonly call: readonly string[];
  /** Milliseconds, as the others are. */
  readonly timeout?: number;
  readonly timeoutStart?: number;
  readonly timeoutCall?: number;
  readonly timeoutClose?: number;
  readonly messageLimit?: number;
  readonly write?: string;
  readonly against?: string;
  readonly source?: string;
  readonly strict?: boolean;
  readonly format?: 'terminal' | 'json' | 'junit';
  readonly json?: boolean;
}

/** The server that is meant. Throws RefactorError `usage` where it is none, or two. */
export function targetOf(cwd: string, command: readonly string[], { url, header }: ProbeCommandOptions): Target {
  if ((url === undefined) === (command.length === 0))
    throw usage(
      url === undefined ? 'No server is named' : 'Two servers are named',
      url === undefined ? 'there is neither a command nor --url' : 'there is a command beside --url',
      'Write `mcp probe -- COMMAND ARGUMENTS`, or `mcp probe --url URL`.',
    );
  if (url === undefined) return { kind: 'command', command, cwd };
  if (!/^https?:$/.test(protocolOf(url)))
    throw usage(`${url} is no address of a server`, 'it is no http or https URL', 'Write http://HOST:PORT/PATH.');
  return { kind: 'url', url, headers: Object.fromEntries(header.map(headerOf)) };
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}

function headerOf(line: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):\s*([\t\x20-\x7e]*)$/.exec(line) ?? [];
  // Its value may be a secret: only its name is told.
  if (name === undefined || value === undefined)
    throw usage('A --header cannot be read', 'it is not `Name: value` in ASCII', "Write --header 'Name: value'.");
  return [name, value];
}

/** Throws RefactorError `usage`. */
export function callsOf({ call }: ProbeCommandOptions): AllowedCall[] {
  return call.map((text) => {
    const at = text.indexOf('=');
    const args = at < 0 ? undefined : parsed(text.slice(at + 1));
    if (!isObject(args))
      throw usage(
        `--call ${text} cannot be read`,
        'it is not TOOL=ARGUMENTS with a JSON object behind the first `=`',
        `Write --call 'search={"query":"a"}'.`,
      );
    return { tool: text.slice(0, at), arguments: args };
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const START_MS = 20_000;
const CALL_MS = 10_000;
const CLOSE_MS = 2_000;

/** Milliseconds for each phase: its own option, else a part of --timeout, else the default. */
export const timeoutsOf = ({ timeout, timeoutStart, timeoutCall, timeoutClose }: ProbeCommandOptions) => ({
  timeoutStart: timeoutStart ?? timeout ?? START_MS,
  timeoutCall: timeoutCall ?? (timeout === undefined ? CALL_MS : Math.ceil(timeout / 2)),
  timeoutClose: timeoutClose ?? (timeout === undefined ? CLOSE_MS : Math.ceil(timeout / 10)),
});

const usage = (what: string, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'usage', what, why, whatToDo });
