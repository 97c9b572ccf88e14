#!/usr/bin/env bash
# What:         the MCP server of the SDK refuses an unknown protocol version only in the first request of a process
# Versions:     @modelcontextprotocol/server 2.4.0 (npm), revision 2026-07-28 of the protocol
# A good guess: in the stateless revision each request names its version, so each request is held to it
# Seen:         alone, `tools/list` for version 1900-01-01 is answered with -32022; after one request for 2026-07-28 it gets the list
# Matters:      a client that was updated in mid-connection, or a proxy that joins several clients, is served under rules it does not know
# Live with it: look at `_meta["io.modelcontextprotocol/protocolVersion"]` of every request in front of the server
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock @modelcontextprotocol/server@2.4.0 zod@4.6.7
cat > server.mjs <<'E2'
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
serveStdio(() => {
  const server = new McpServer({ name: 'x', version: '1' });
  server.registerTool('echo', { inputSchema: z.object({ a: z.string() }) }, async ({ a }) => ({ content: [{ type: 'text', text: a }] }));
  return server;
});
E2
cat > ask.mjs <<'E2'
import { spawn } from 'node:child_process';
const server = spawn(process.execPath, ['server.mjs'], { stdio: ['pipe', 'pipe', 'ignore'] });
const answers = [];
let rest = '';
server.stdout.on('data', (bytes) => {
  const lines = (rest + bytes).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    const { error, result } = JSON.parse(line);
    answers.push(error ? String(error.code) : `${result.tools.length} tool`);
    next();
  }
});
const versions = process.argv.slice(2);
let sent = 0;
function next() {
  if (sent === versions.length) { server.stdin.end(); console.log(answers.join(', ')); return; }
  const _meta = { 'io.modelcontextprotocol/protocolVersion': versions[sent], 'io.modelcontextprotocol/clientInfo': { name: 'c', version: '1' }, 'io.modelcontextprotocol/clientCapabilities': {} };
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: (sent += 1), method: 'tools/list', params: { _meta } })}\n`);
}
next();
E2
want 'an unknown version first' '-32022' "$(node ask.mjs 1900-01-01)"
want 'an unknown version behind a known one' '1 tool, 1 tool' "$(node ask.mjs 2026-07-28 1900-01-01)"
