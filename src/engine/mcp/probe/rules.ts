import type { Rule, Severity } from '../../../core/finding.ts';
import { CLAUSES, type Clauses } from './clauses.ts';

/** A rule of the probe, and what the specification says of it. */
export interface ProbeRule extends Rule {
  readonly whatToDo: string;
  readonly clauses: Clauses;
}

/**
 * Severity: an error is what the specification forbids, or what no client can work with; a warning what it advises against; an info what is
 * allowed, and costs clients.
 */
const rule = (
  id: string,
  severity: Severity,
  clauses: Clauses,
  [what, why, whatToDo]: readonly [string, string, string],
): ProbeRule => ({ id, severity, clauses, what, why, whatToDo });

const NONE: Clauses = {};

/** All rules, in the order in which findings are shown. */
export const PROBE_RULES = {
  stray: rule('mcp-stdout-stray', 'error', CLAUSES.stdout, [
    'A line on stdout is no message.',
    'Some clients close the connection on it, others hide it: what was printed is lost either way.',
    'Print to stderr; look for banners and for what is printed to find faults, also in libraries.',
  ]),
  notUtf8: rule('mcp-stdout-not-utf8', 'error', CLAUSES.utf8, [
    'A line on stdout is not UTF-8.',
    'Clients replace what they cannot read, so that names and values arrive changed.',
    'Write stdout as UTF-8, whatever the locale of the system is.',
  ]),
  batch: rule('mcp-message-batch', 'error', CLAUSES.single, [
    'Several messages came as one JSON array.',
    'Only revision 2025-03-26 had batches: clients of today read none of them.',
    'Write each message on a line of its own.',
  ]),
  half: rule('mcp-message-half', 'error', CLAUSES.newline, [
    'The output ended within a message.',
    'Its request never gets an answer.',
    'Flush stdout, and end it only behind a newline.',
  ]),
  oversized: rule('mcp-message-oversized', 'error', NONE, [
    'A message is longer than the limit.',
    'Clients hold a message in memory; the SDKs close the whole connection at 10 MiB.',
    'Page the list, or hand out large results as resources. Another limit: --message-limit.',
  ]),
  deep: rule('mcp-message-deep', 'error', NONE, [
    'A message is nested more than 200 deep.',
    'Readers that call themselves run out of stack.',
    'Flatten what is sent.',
  ]),
  large: rule('mcp-message-large', 'info', NONE, [
    'A message is larger than 1 MiB.',
    'Clients hold a message in memory, and hand most of them to a model.',
    'Page the list, or hand out large results as resources.',
  ]),
  invalid: rule('mcp-message-invalid', 'error', CLAUSES.jsonRpc, [
    'A line is JSON, and no message of JSON-RPC 2.0.',
    'Clients drop it, and what it was to answer waits until its timeout.',
    'Send `jsonrpc`, an `id`, and either `result` or `error`.',
  ]),
  badError: rule('mcp-error-invalid', 'error', CLAUSES.error, [
    'An error is not an object with an integer `code` and a text `message`.',
    'Clients cannot read it, and the request waits until its timeout.',
    'Send `{"code": -32603, "message": "…"}`.',
  ]),
  unasked: rule('mcp-response-unasked', 'error', CLAUSES.sameId, [
    'A response came that nobody had asked for.',
    'Where its id happens to be that of a request, it is taken for the answer.',
    'Answer requests only.',
  ]),
  unknownId: rule('mcp-response-unknown', 'error', CLAUSES.sameId, [
    'A response bears an id that was never sent.',
    'Its request never gets an answer.',
    'Send the id of the request back as it came, with its type: 1 is not "1".',
  ]),
  twice: rule('mcp-response-twice', 'error', CLAUSES.sameId, [
    'A request was answered twice.',
    'Which of the two counts is up to the client.',
    'Answer each request once; look for handlers that both return and send.',
  ]),
  request: rule('mcp-request-forbidden', 'error', CLAUSES.requests, [
    'The server asks the client for something that it may not ask for.',
    'The client declared no such capability, or the revision has no such requests: nobody answers.',
    'Ask only for what the client declares; in 2026-07-28 return an InputRequiredResult.',
  ]),
  flood: rule('mcp-notification-flood', 'warning', NONE, [
    'The server sent more than 1,000 notifications that nobody had asked for.',
    'Each one wakes the client, and may be shown to a person.',
    'Send notifications for what a client subscribed to, and at a bounded rate.',
  ]),
  stderr: rule('mcp-stderr-flood', 'warning', CLAUSES.stderr, [
    'The server wrote more than 64 KiB to stderr.',
    'A client that does not read stderr fills the pipe, and the server then hangs in the middle of a call.',
    'Log less by default, or to a file.',
  ]),
  noAnswer: rule('mcp-no-answer', 'error', CLAUSES.jsonRpc, [
    'A request was not answered in time.',
    'The client waits until its own timeout, which is a minute in the SDKs.',
    'Answer every request, with an error where nothing else is left. More time: --timeout-call, --timeout-start.',
  ]),
  refused: rule('mcp-handshake-refused', 'error', CLAUSES.initialize, [
    'No revision of the protocol could be agreed on.',
    'No client can use the server.',
    'Answer `server/discover`, or `initialize`, or both.',
  ]),
  foreign: rule('mcp-version-foreign', 'error', CLAUSES.version, [
    'The server offers only versions that the protocol does not have, or that are not known here.',
    'Clients close the connection then.',
    'Offer a published revision.',
  ]),
  undiscoverable: rule('mcp-discover-missing', 'error', CLAUSES.discover, [
    'The server serves revision 2026-07-28, and does not answer `server/discover`.',
    'Clients of both eras take it for an old one, and fail at `initialize`.',
    'Implement `server/discover`.',
  ]),
  fatal: rule('mcp-discover-fatal', 'warning', CLAUSES.era, [
    'The server ends when it is asked `server/discover`.',
    'Clients of both eras ask that first, and have to start the server twice.',
    'Answer unknown methods with -32601.',
  ]),
  exit: rule('mcp-server-exit', 'error', NONE, [
    'The server ended before it was asked to.',
    'All that is waited for is lost.',
    'See its exit code and what it said last on stderr.',
  ]),
  eof: rule('mcp-ignores-eof', 'warning', CLAUSES.shutdown, [
    'The server goes on when its standard input has ended.',
    'It stays behind when a client crashes; clients that end well wait for it for seconds.',
    'End when stdin ends.',
  ]),
  sigterm: rule('mcp-ignores-sigterm', 'error', CLAUSES.shutdown, [
    'The server goes on when it gets SIGTERM.',
    'Only SIGKILL is left, by which nothing can be put away.',
    'End on SIGTERM, within the time that a client waits.',
  ]),
  helper: rule('mcp-helper-left', 'error', NONE, [
    'A process that the server had started was still there when the server had ended.',
    'It stays until the machine is restarted; one that holds the pipes lets clients wait for their end.',
    'End what was started, and wait for it, before ending.',
  ]),
  differs: rule('mcp-list-differs', 'error', CLAUSES.stableList, [
    'A list was different when it was asked for again.',
    'Clients keep the list: they call what is not there, or do not see what is.',
    'List the same until `list_changed` is sent.',
  ]),
  order: rule('mcp-list-order', 'warning', CLAUSES.order, [
    'A list came in another order when it was asked for again.',
    'Caches of prompts are lost whenever the order changes.',
    'Sort the list.',
  ]),
  endless: rule('mcp-list-endless', 'error', CLAUSES.pages, [
    'The pages of a list do not end.',
    'A client that follows them never comes to an end.',
    'Leave `nextCursor` out on the last page.',
  ]),
  listRefused: rule('mcp-list-refused', 'error', CLAUSES.declare, [
    'A list that the server promises is answered with an error.',
    'Clients show none of it.',
    'Answer the list, which may be empty, or do not declare the capability.',
  ]),
  nameTwice: rule('mcp-name-twice', 'warning', CLAUSES.toolNames, [
    'Two items of a list have one name.',
    'Only one of the two can be reached; some clients refuse the whole list.',
    'Give them different names.',
  ]),
  toolName: rule('mcp-tool-name', 'warning', CLAUSES.toolNames, [
    'A name of a tool has a length or characters that the specification advises against.',
    'Interfaces of models take no such names, and clients leave the tool out.',
    'Use 1 to 128 of A-Z, a-z, 0-9, `_`, `-` and `.`.',
  ]),
  schema: rule('mcp-schema-invalid', 'error', CLAUSES.schema, [
    'A schema of a tool is no valid JSON Schema.',
    'Clients leave the tool out, or the whole list.',
    'Correct it by its dialect, which is 2020-12 where no `$schema` says otherwise.',
  ]),
  schemaUnjudged: rule('mcp-schema-unjudged', 'warning', NONE, [
    'A schema of a tool could not be read within a bounded time and memory.',
    'A client that reads it hangs.',
    'Simplify its patterns and its nesting.',
  ]),
  result: rule('mcp-result-invalid', 'error', CLAUSES.result, [
    'A result is not what the schema of the protocol says.',
    'Clients refuse the whole result.',
    'Send all required fields, and leave out what is null.',
  ]),
  resultType: rule('mcp-result-type', 'error', CLAUSES.resultType, [
    'A result has no `resultType`, or one that nobody declared.',
    'Clients cannot tell a final result from one that asks for more.',
    'Send `"resultType": "complete"`.',
  ]),
  cache: rule('mcp-cache-hints', 'error', CLAUSES.cache, [
    'A result that may be kept has no valid `ttlMs` and `cacheScope`.',
    'Clients refuse it, or ask each time.',
    'Send both; `"ttlMs": 0` says that it is not to be kept.',
  ]),
  ping: rule('mcp-ping', 'error', CLAUSES.ping, [
    '`ping` is not answered with an empty result.',
    'Clients take the connection for dead.',
    'Answer `{}`.',
  ]),
  unknownMethod: rule('mcp-unknown-method', 'error', CLAUSES.unknownMethod, [
    'A method that does not exist was answered with a result.',
    'Clients find out what a server has by this error.',
    'Answer -32601.',
  ]),
  unknownMethodCode: rule('mcp-unknown-method-code', 'warning', CLAUSES.unknownMethod, [
    'A method that does not exist was answered with another error than -32601.',
    'Clients find out what a server has by this code.',
    'Answer -32601.',
  ]),
  unknownTool: rule('mcp-unknown-tool', 'error', CLAUSES.toolErrors, [
    'A call of a tool that does not exist was answered with success.',
    'A model that misspells a name never learns it.',
    'Answer with the error -32602.',
  ]),
  unknownToolForm: rule('mcp-unknown-tool-form', 'warning', CLAUSES.toolErrors, [
    'A call of a tool that does not exist was not answered with the protocol error -32602.',
    'Clients cannot tell an unknown tool from one that failed.',
    'Answer with the error -32602.',
  ]),
  unchecked: rule('mcp-arguments-unchecked', 'error', CLAUSES.validate, [
    'A call without a required argument was answered with success.',
    'What the tool did with it is not what the model meant.',
    'Validate arguments by `inputSchema`, and answer with `isError` and what is missing.',
  ]),
  logLevel: rule('mcp-capability-false', 'error', CLAUSES.requests, [
    'The server declares a capability and refuses its method.',
    'Clients offer what does not work.',
    'Implement it, or do not declare it.',
  ]),
  meta: rule('mcp-meta-unchecked', 'error', CLAUSES.meta, [
    'A request without the required `_meta` was answered with a result.',
    'Whoever relies on the version of each request is not protected.',
    'Answer -32602.',
  ]),
  versionUnchecked: rule('mcp-version-unchecked', 'error', CLAUSES.version, [
    'A request of a version that does not exist was not refused with -32022 and the supported versions.',
    'Clients cannot find a version that both have.',
    'Answer -32022 with `data.supported`.',
  ]),
  output: rule('mcp-output-mismatch', 'error', CLAUSES.output, [
    '`structuredContent` is not what `outputSchema` says, or is missing.',
    'Clients that check it refuse the result.',
    'Return what the schema says, or correct the schema.',
  ]),
  cancel: rule('mcp-cancel-answered', 'warning', CLAUSES.cancel, [
    'A request that was cancelled was answered all the same.',
    'The work went on, and its answer is thrown away.',
    'Stop on `notifications/cancelled`, and send nothing more for it.',
  ]),
  http: rule('mcp-http-answer', 'error', CLAUSES.http, [
    'An HTTP answer has a status or a content type that the transport does not have.',
    'Clients do not read it.',
    'Send application/json or text/event-stream for a request, and 202 for a notification.',
  ]),
  origin: rule('mcp-origin-unchecked', 'error', CLAUSES.origin, [
    'A request from a foreign `Origin` was served.',
    'Any page in a browser can talk to a local server by DNS rebinding.',
    'Answer 403 to origins that are not expected.',
  ]),
  headers: rule('mcp-header-unchecked', 'error', CLAUSES.headers, [
    'A request whose headers and body differ was served.',
    'A gateway that decides by the headers lets through what it was to stop.',
    'Answer 400 and -32020.',
  ]),
  breaking: rule('mcp-drift-breaking', 'error', NONE, [
    'The surface changed so that a call which was right is refused, or a result is not what it was.',
    'Clients and prompts that worked break.',
    'Keep the old form beside the new one, or tell clients; then renew the snapshot by --write.',
  ]),
  risky: rule('mcp-drift-risky', 'warning', NONE, [
    'The surface changed so that a model may behave differently, or so that it cannot be shown to be harmless.',
    'Descriptions and instructions are text of a prompt: a server that changes them changes what a model does.',
    'Read the change; then renew the snapshot by --write.',
  ]),
  additive: rule('mcp-drift-additive', 'info', NONE, [
    'The surface has something new, and all that was there is as it was.',
    'Nobody has to change anything.',
    'Renew the snapshot by --write.',
  ]),
} as const satisfies Readonly<Record<string, ProbeRule>>;

export type RuleKey = keyof typeof PROBE_RULES;
