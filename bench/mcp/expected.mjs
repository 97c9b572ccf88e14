// What the probe has to say of each faulty server: written before it ran on any of them.
const node = (name, outcome, rules, more = {}) => ({ language: 'node', name, outcome, rules, ...more });
const python = (name, outcome, rules) => ({ language: 'python', name, outcome, rules });
const rust = (name, outcome, rules) => ({ language: 'rust', name, outcome, rules });

export const SERVERS = [
  node('never-answers', 'timeout', ['mcp-no-answer']),
  node('answers-early', 'completed', ['mcp-response-unasked']),
  node('stderr-flood', 'completed', ['mcp-stderr-flood']),
  node('banner', 'completed', ['mcp-stdout-stray']),
  node('helper-inherits', 'completed', ['mcp-helper-left']),
  node('helper-own-session', 'completed', ['mcp-helper-left']),
  node('ignores-eof', 'completed', ['mcp-ignores-eof']),
  node('ignores-eof-and-sigterm', 'completed', ['mcp-ignores-eof', 'mcp-ignores-sigterm']),
  node('ten-megabyte-line', 'completed', ['mcp-message-large']),
  node('half-message', 'server-exit', ['mcp-message-half', 'mcp-server-exit']),
  node('duplicate-ids', 'completed', ['mcp-response-twice']),
  node('list-differs', 'completed', ['mcp-list-differs']),
  node('pages-endless', 'completed', ['mcp-list-endless']),
  node('output-mismatch', 'completed', ['mcp-output-mismatch'], { call: { tool: 'echo', arguments: { text: 'a' } } }),
  node('answers-after-cancel', 'completed', ['mcp-cancel-answered'], { call: { tool: 'wait', arguments: {} } }),
  node('notifications-flood', 'completed', ['mcp-notification-flood']),
  node('modern-without-discover', 'completed', ['mcp-discover-missing']),
  node('slow-start', 'completed', []),
  python('wrong_ids', 'timeout', ['mcp-response-unknown', 'mcp-no-answer']),
  python('batch', 'timeout', ['mcp-message-batch', 'mcp-no-answer']),
  python('exits_in_request', 'server-exit', ['mcp-server-exit']),
  python('invalid_schema', 'completed', ['mcp-schema-invalid']),
  python('unknown_tool_succeeds', 'completed', ['mcp-unknown-tool']),
  python('arguments_unchecked', 'completed', ['mcp-arguments-unchecked']),
  python('error_as_text', 'protocol', ['mcp-error-invalid']),
  python('not_utf8', 'timeout', ['mcp-stdout-not-utf8', 'mcp-no-answer']),
  python('null_results', 'completed', ['mcp-result-invalid']),
  rust('over_the_limit', 'oversized', ['mcp-message-oversized']),
  rust('crash', 'server-exit', ['mcp-server-exit']),
  rust('false_capabilities', 'completed', ['mcp-capability-false']),
  rust('foreign_version', 'handshake', ['mcp-version-foreign']),
  rust('asks_for_samples', 'completed', ['mcp-request-forbidden']),
];
