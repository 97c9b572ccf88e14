import type { Finding } from '../../src/core/finding.ts';
import type { ClientCall } from './client-code.ts';
import { AWAITED, type ClientFile } from './client-file.ts';
import { found } from './found.ts';
import { NO_TIMEOUT } from './rules.ts';

/** Requests of rmcp, of the Python SDK, and what clients of their own usually call them. */
const REQUESTS =
  /^(?:call_tool|list_(?:all_)?(?:tools|resources|prompts|resource_templates)|read_resource|get_prompt|send_request(?:_with_option)?|send_ping|initialize|complete|communicate)$/;
/** Reads of one answer; in a loop they are a reader's, which may wait as long as the server lives. */
const READS = /^(?:read_line|next_line|readline|readuntil|readexactly|read_until|read_exact)$/;
/** What blocks a thread, in Python. */
const LIMITS = /^(?:timeout|timeout_at|wait_for|with_timeout|fail_after|move_on_after)$/;
const LIMIT_HEADERS = /\b(?:asyncio\.timeout(?:_at)?|timeout|fail_after|move_on_after)\s*\(/;

export interface RemoteCall {
  readonly file: ClientFile;
  readonly call: ClientCall;
  readonly isLimited: boolean;
}

/** Every wait for another process outside of tests, and whether something limits it. */
export function remoteCalls(files: readonly ClientFile[]): RemoteCall[] {
  const all = files.flatMap((file) => file.calls.filter(isOutsideTests).map((call) => ({ file, call })));
  const sessionLimit = all.some(({ call }) => /\bClientSession\b/.test(call.callee) && /timeout/i.test(call.args));
  const limited = limitedFunctions(all.map(({ call }) => call));
  const own = new Set(
    files.flatMap(({ functions }) => functions.filter(({ isTest }) => !isTest).map(({ name }) => name)),
  );
  return all
    .filter(({ file, call }) => isRemote(file, call) && !isOwn(call, own))
    .map(({ file, call }) => ({
      file,
      call,
      isLimited:
        hasOwnLimit(call) || limited.has(call.within?.name ?? '') || (sessionLimit && /session/i.test(call.callee)),
    }));
}

export const judgeTimeouts = (remote: readonly RemoteCall[]): Finding[] =>
  remote
    .filter(({ isLimited }) => !isLimited)
    .map(({ file, call }) =>
      found(NO_TIMEOUT, file, call.start, symbolOf(call), `\`${short(call.callee)}\` is waited for without a limit`),
    );

export const isOutsideTests = ({ within }: ClientCall): boolean => within?.isTest !== true;

export const symbolOf = ({ within, name }: ClientCall): string => (within === null ? name : `${within.name}: ${name}`);

const short = (callee: string): string => callee.replace(/\s+/g, ' ').slice(-60);

function isRemote({ language }: ClientFile, call: ClientCall): boolean {
  if (call.name === AWAITED) return true;
  if (REQUESTS.test(call.name) && call.isMethod) return call.isAwaited || isInLimit(call) || language.blocks(call);
  if (READS.test(call.name) && call.isMethod)
    return !call.inLoop && (call.isAwaited || isInLimit(call) || language.readsBlock);
  return /^subprocess\./.test(call.callee) && language.blocks(call);
}

/** A function of the client itself: what waits in it is judged there. One that only wraps another's of its name is not meant. */
const isOwn = ({ name, callee, within }: ClientCall, own: ReadonlySet<string>): boolean =>
  own.has(name) && (/^self\s*\.\s*\w+$/.test(callee) || within?.name !== name);

const isInLimit = ({ around }: ClientCall): boolean => around.some((one) => LIMITS.test(one));

const hasOwnLimit = (call: ClientCall): boolean =>
  isInLimit(call) || call.around.some((one) => LIMIT_HEADERS.test(one)) || /\btimeout\w*\b/i.test(call.args);

/** Functions that are only ever called under a limit. */
function limitedFunctions(calls: readonly ClientCall[]): ReadonlySet<string> {
  const sites = new Map<string, ClientCall[]>();
  for (const call of calls) sites.set(call.name, [...(sites.get(call.name) ?? []), call]);
  const limited = new Set<string>();
  for (let before = -1; before !== limited.size; ) {
    before = limited.size;
    for (const [name, at] of sites)
      if (at.every((call) => hasOwnLimit(call) || limited.has(call.within?.name ?? ''))) limited.add(name);
  }
  return limited;
}
