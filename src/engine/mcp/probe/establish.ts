import type { Connection } from '../transport/connection.ts';
import { objectOf } from '../transport/conversation.ts';
import type { Failure } from '../transport/failures.ts';
import type { Answer, Asked } from '../transport/ledger.ts';
import { isObject, type Json, type JsonObject } from '../transport/read-message.ts';
import {
  CLIENT,
  type Era,
  LEGACY,
  LEGACY_VERSIONS,
  METHOD_NOT_FOUND,
  MODERN,
  MODERN_CODES,
  modernMeta,
  UNSUPPORTED_VERSION,
} from '../versions.ts';

/** What was agreed on with a server. */
export interface Handshake {
  readonly era: Era;
  readonly version: string;
  /** Null: it was never asked, or did not say. */
  readonly capabilities: JsonObject | null;
  readonly server: JsonObject | null;
  readonly instructions: string | null;
}

/** How the eras were tried: each answer that was had on the way. */
export interface Established {
  readonly handshake: Handshake | null;
  readonly discover: Answer | null;
  readonly initialize: Answer | null;
  /** It serves modern requests, although it has no discovery. */
  readonly isUndiscoverable: boolean;
  /** Versions that it offered, where none of them is spoken here. */
  readonly foreign: readonly string[];
  readonly failure: Failure | null;
}

export interface EraOptions {
  readonly era: 'auto' | Era;
  /** Milliseconds from the start until the server is ready. */
  readonly timeoutStart: number;
  /** Of this program. */
  readonly version: string;
}

const NOTHING: Established = {
  handshake: null,
  discover: null,
  initialize: null,
  isUndiscoverable: false,
  foreign: [],
  failure: null,
};

/** Agrees on a revision as the specification has it: `server/discover` first, `initialize` on any other answer or none. */
export async function establish(connection: Connection, options: EraOptions): Promise<Established> {
  const { talk, lifecycle } = connection;
  if (options.era === '2025') return initialize(connection, options, null, options.timeoutStart);
  connection.speak(MODERN);
  lifecycle.send('discover-sent');
  const asked = talk.ask('server/discover', { _meta: modernMeta(MODERN, options.version) });
  const patience = options.era === '2026' ? options.timeoutStart : options.timeoutStart / 2;
  const discover = await answered(asked, patience);
  const found = discover === null ? null : modernBy(connection, discover);
  if (found !== null) return found;
  if (discover?.kind === 'failed' && discover.failure.kind !== 'protocol') return failed(connection, discover, null);
  if (options.era === '2026') {
    const given = discover ?? (await talk.within(asked, 0));
    if (given.kind === 'error') return undiscoverable(connection, options, { ...NOTHING, discover: given });
    return failed(connection, given, null);
  }
  return initialize(connection, options, { asked, discover }, options.timeoutStart - patience);
}

/** The answer; null where it has not come yet, and may still. */
async function answered(asked: Asked, ms: number): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([asked.answer, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Null: not a modern server, as far as this answer says. */
function modernBy(connection: Connection, discover: Answer): Established | null {
  const result = objectOf(discover);
  if (discover.kind === 'error' && MODERN_CODES.has(discover.error.code)) {
    const supported = namesIn(isObject(discover.error.data) ? discover.error.data.supported : undefined);
    return agreed(connection, discover, discover.error.code === UNSUPPORTED_VERSION ? supported : [], null);
  }
  if (!result || !Array.isArray(result.supportedVersions)) return null;
  return agreed(connection, discover, namesIn(result.supportedVersions), result);
}

const namesIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A version that both have; of a modern server that offers older ones alone, nothing is agreed here. */
function agreed(
  connection: Connection,
  discover: Answer,
  supported: readonly string[],
  result: JsonObject | null,
): Established | null {
  if (!supported.includes(MODERN)) {
    if (supported.some((version) => LEGACY_VERSIONS.includes(version))) return null;
    connection.lifecycle.send('handshake-failed');
    const failure = refusal(connection, 'server/discover', `it offers ${supported.join(', ') || 'no version'}`);
    return { ...NOTHING, discover, foreign: supported, failure };
  }
  connection.lifecycle.send('modern-found');
  return {
    ...NOTHING,
    discover,
    handshake: {
      era: '2026',
      version: MODERN,
      capabilities: isObject(result?.capabilities) ? result.capabilities : null,
      server: infoIn(result),
      instructions: typeof result?.instructions === 'string' ? result.instructions : null,
    },
  };
}

function infoIn(result: JsonObject | null): JsonObject | null {
  const meta = result?._meta;
  const info = isObject(meta) ? meta['io.modelcontextprotocol/serverInfo'] : undefined;
  return isObject(info) ? info : null;
}

interface Before {
  readonly asked: Asked;
  readonly discover: Answer | null;
}

async function initialize(
  connection: Connection,
  options: EraOptions,
  before: Before | null,
  patience: number,
): Promise<Established> {
  const { talk, lifecycle } = connection;
  connection.speak(LEGACY);
  lifecycle.send(before === null ? 'initialize-sent' : 'legacy-found');
  const asked = talk.ask('initialize', {
    protocolVersion: LEGACY,
    capabilities: {},
    clientInfo: { name: CLIENT, version: options.version },
  });
  const first = await talk.within(firstOf(asked, before), patience);
  // A slow server may have answered the question before it.
  const late = before !== null && before.discover === null ? await answered(before.asked, 0) : null;
  const discover = before?.discover ?? late;
  const modern = late === null ? null : modernBy(connection, late);
  if (modern !== null) return modern;
  if (before !== null && discover === null) await talk.within(before.asked, 0);
  const answer = first.kind === 'failed' ? first : await talk.within(asked, patience);
  const known = { ...NOTHING, discover, initialize: answer };
  if (answer.kind === 'result') return legacyBy(connection, known, answer);
  if (answer.kind === 'error' && discover?.kind === 'error' && discover.error.code === METHOD_NOT_FOUND)
    return undiscoverable(connection, options, known);
  return failed(connection, discover, answer);
}

/** Whichever is answered first; a refusal of the first question says nothing. */
function firstOf(asked: Asked, before: Before | null): Asked {
  if (before === null || before.discover !== null) return asked;
  const modern = before.asked.answer.then((answer) =>
    answer.kind === 'result' ? answer : new Promise<never>(() => {}),
  );
  return { ...asked, answer: Promise.race([asked.answer, modern]) };
}

function legacyBy(connection: Connection, known: Established, answer: Answer): Established {
  const result = objectOf(answer);
  const version = result?.protocolVersion;
  if (typeof version !== 'string' || !LEGACY_VERSIONS.includes(version)) {
    connection.lifecycle.send('handshake-failed');
    const offered = typeof version === 'string' ? version : 'no version';
    return {
      ...known,
      foreign: typeof version === 'string' ? [version] : [],
      failure: refusal(connection, 'initialize', `it offers ${offered}`),
    };
  }
  connection.speak(version);
  connection.talk.notify('notifications/initialized');
  connection.lifecycle.send('initialised');
  return {
    ...known,
    handshake: {
      era: '2025',
      version,
      capabilities: isObject(result?.capabilities) ? result.capabilities : null,
      server: isObject(result?.serverInfo) ? result.serverInfo : null,
      instructions: typeof result?.instructions === 'string' ? result.instructions : null,
    },
  };
}

/** The specification wants discovery of every modern server; one that lacks it may still serve. */
async function undiscoverable(connection: Connection, options: EraOptions, known: Established): Promise<Established> {
  connection.speak(MODERN);
  const { talk } = connection;
  const asked = talk.ask('tools/list', { _meta: modernMeta(MODERN, options.version) });
  const tried = objectOf(await talk.within(asked, options.timeoutStart / 2));
  if (tried === null || !Array.isArray(tried.tools) || typeof tried.resultType !== 'string')
    return failed(connection, known.discover, known.initialize);
  connection.lifecycle.send('modern-found');
  return {
    ...known,
    isUndiscoverable: true,
    handshake: { era: '2026', version: MODERN, capabilities: null, server: infoIn(tried), instructions: null },
  };
}

function failed(connection: Connection, discover: Answer | null, answer: Answer | null): Established {
  const { talk, lifecycle } = connection;
  const last = answer ?? discover;
  const failure =
    talk.ended() ?? (last?.kind === 'failed' ? last.failure : refusal(connection, methodOf(answer), reasonOf(last)));
  lifecycle.send('handshake-failed');
  return { ...NOTHING, discover, initialize: answer, failure };
}

const methodOf = (initialize: Answer | null): string => (initialize === null ? 'server/discover' : 'initialize');

const reasonOf = (answer: Answer | null): string =>
  answer?.kind === 'error' ? `error ${answer.error.code}: ${answer.error.message}` : 'its result names no version';

const refusal = ({ lifecycle }: Connection, during: string, detail: string): Failure => ({
  kind: 'handshake',
  phase: lifecycle.state(),
  during,
  detail,
});
