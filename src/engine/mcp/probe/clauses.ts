import type { Era } from '../versions.ts';

/** What the specification says of something, in one revision. */
export interface Clause {
  /** The page, below `https://modelcontextprotocol.io/specification/REVISION/`. */
  readonly page: string;
  /** Its own words, shortened. */
  readonly says: string;
}

/** By era; an era that is missing says nothing of it. */
export type Clauses = Partial<Readonly<Record<Era, Clause>>>;

const PAGE_REVISIONS: Readonly<Record<Era, string>> = { 2025: '2025-11-25', 2026: '2026-07-28' };

/** `https://…/basic/transports#stdio`. */
export const clauseUrl = (era: Era, { page }: Clause): string =>
  `https://modelcontextprotocol.io/specification/${PAGE_REVISIONS[era]}/${page}`;

/** What each revision says, the older first. */
export const clausesOf = (clauses: Clauses): { readonly url: string; readonly says: string }[] =>
  (['2025', '2026'] as const).flatMap((era) => {
    const clause = clauses[era];
    return clause === undefined ? [] : [{ url: clauseUrl(era, clause), says: clause.says }];
  });

const both = (old: string, recent: string, says: string): Clauses => ({
  2025: { page: old, says },
  2026: { page: recent, says },
});

const STDIO = ['basic/transports#stdio', 'basic/transports/stdio'] as const;
const BASE = ['basic/index#messages', 'basic/index#messages'] as const;
const TOOLS = ['server/tools', 'server/tools'] as const;

/** What each clause is cited as. */
export const CLAUSES = {
  stdout: both(...STDIO, 'The server MUST NOT write anything to its stdout that is not a valid MCP message.'),
  utf8: both('basic/transports', 'basic/transports/stdio', 'JSON-RPC messages MUST be UTF-8 encoded.'),
  single: both(...STDIO, 'Messages are individual JSON-RPC requests, notifications, or responses.'),
  newline: both(...STDIO, 'Messages are delimited by newlines.'),
  jsonRpc: both(...BASE, 'All messages MUST follow the JSON-RPC 2.0 specification.'),
  sameId: both(...BASE, 'Responses MUST include the same ID as the request they correspond to.'),
  error: both(...BASE, 'Error responses MUST include an error field with a code and message; codes MUST be integers.'),
  result: both(...BASE, 'Result responses MUST include a result field, which is a JSON object.'),
  stderr: both(...STDIO, 'The server MAY write UTF-8 strings to stderr; the client MAY capture, forward or ignore it.'),
  requests: {
    2025: { page: 'basic/lifecycle#operation', says: 'Both parties MUST only use capabilities that were negotiated.' },
    2026: { page: 'basic/transports/stdio#receiving-messages', says: 'The server MUST NOT write JSON-RPC requests.' },
  },
  initialize: {
    2025: { page: 'basic/lifecycle#initialization', says: 'The server MUST respond with its own capabilities.' },
    2026: { page: 'server/discover', says: 'Servers MUST implement server/discover.' },
  },
  version: {
    2025: {
      page: 'basic/lifecycle#version-negotiation',
      says: 'Otherwise the server MUST respond with another protocol version it supports.',
    },
    2026: {
      page: 'basic/versioning#protocol-version-negotiation',
      says: 'It MUST respond with an UnsupportedProtocolVersionError listing the versions it does support.',
    },
  },
  discover: { 2026: { page: 'server/discover', says: 'Servers MUST implement server/discover.' } },
  era: {
    2026: {
      page: 'basic/transports/stdio#backward-compatibility',
      says: 'Legacy servers respond to unknown pre-initialize requests with errors or not at all.',
    },
  },
  shutdown: {
    2025: {
      page: 'basic/lifecycle#shutdown',
      says: 'The client SHOULD close the input stream and wait for the server to exit, or send SIGTERM.',
    },
    2026: {
      page: 'basic/transports/stdio#shutdown',
      says: 'Servers SHOULD exit promptly when their standard input is closed.',
    },
  },
  stableList: {
    2026: {
      page: 'server/tools#capabilities',
      says: 'This set MUST NOT vary per-connection or as a side effect of other requests.',
    },
  },
  order: {
    2026: { page: 'server/tools#capabilities', says: 'Servers SHOULD return tools in a deterministic order.' },
  },
  pages: both(
    'server/utilities/pagination',
    'server/utilities/pagination',
    'A missing nextCursor is the end of results; servers SHOULD provide stable cursors.',
  ),
  toolNames: both(
    'server/tools#tool-names',
    'server/tools#tool-names',
    'Tool names SHOULD be unique, of 1 to 128 characters, and of A-Z, a-z, 0-9, underscore, hyphen and dot.',
  ),
  declare: both(
    'server/tools#capabilities',
    'server/tools#capabilities',
    'Servers that support tools MUST declare the tools capability.',
  ),
  schema: both(
    'basic/index#schema-validation',
    'basic/index#schema-validation',
    'Schemas MUST be valid according to their declared or default dialect.',
  ),
  output: both(
    'server/tools#output-schema',
    'server/tools#output-schema',
    'Servers MUST provide structured results that conform to this schema.',
  ),
  toolErrors: both(
    `${TOOLS[0]}#error-handling`,
    `${TOOLS[1]}#error-handling`,
    'An unknown tool is a protocol error (-32602); input validation errors are results with isError.',
  ),
  validate: both(
    `${TOOLS[0]}#security-considerations`,
    `${TOOLS[1]}#security-considerations`,
    'Servers MUST validate all tool inputs.',
  ),
  cancel: {
    2025: {
      page: 'basic/utilities/cancellation#behavior-requirements',
      says: 'Receivers SHOULD not send a response for the cancelled request.',
    },
    2026: {
      page: 'basic/transports/stdio#cancellation',
      says: 'Servers MUST NOT send any further messages for a cancelled request.',
    },
  },
  ping: {
    2025: { page: 'basic/utilities/ping', says: 'The receiver MUST respond promptly with an empty response.' },
  },
  unknownMethod: {
    2025: { page: 'basic/index#responses', says: 'JSON-RPC 2.0: -32601, the method does not exist.' },
    2026: { page: 'basic/index#error-codes', says: 'MCP uses the standard JSON-RPC 2.0 error codes.' },
  },
  resultType: {
    2026: { page: 'basic/index#resulttype', says: 'The result MUST include a resultType field.' },
  },
  cache: {
    2026: {
      page: 'server/utilities/caching#cacheable-results',
      says: 'Servers MUST include caching hints on lists and on server/discover.',
    },
  },
  meta: {
    2026: {
      page: 'basic/index#meta',
      says: 'A request missing any required field is malformed; the server MUST reject it with -32602.',
    },
  },
  http: {
    2025: {
      page: 'basic/transports#sending-messages-to-the-server',
      says: 'The server MUST return text/event-stream or application/json, and 202 for a notification.',
    },
    2026: {
      page: 'basic/transports/streamable-http#sending-messages',
      says: 'The server MUST return application/json or text/event-stream.',
    },
  },
  origin: {
    2025: {
      page: 'basic/transports#security-warning',
      says: 'Servers MUST validate the Origin header, and answer 403 Forbidden where it is invalid.',
    },
    2026: {
      page: 'basic/transports/streamable-http#security-endpoint',
      says: 'Servers MUST validate the Origin header, and answer 403 Forbidden where it is invalid.',
    },
  },
  headers: {
    2026: {
      page: 'basic/transports/streamable-http#server-validation',
      says: 'Servers MUST reject requests whose headers do not match the body, with 400 and -32020.',
    },
  },
} as const satisfies Readonly<Record<string, Clauses>>;
