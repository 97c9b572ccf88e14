// The public conformance suite knows HTTP servers alone: this hands each message of a Streamable HTTP session to a server on stdio, and its
// answers back. What is of HTTP is the SDK's; every answer is the server's.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Starts the bridge. Returns its address, and the function that ends it. */
export async function startBridge(packages, command, args) {
  const require = createRequire(join(packages, 'none.js'));
  const load = (name) => import(pathToFileURL(require.resolve(name).replace('/dist/cjs/', '/dist/esm/')).href);
  const { StdioClientTransport } = await load('@modelcontextprotocol/sdk/client/stdio.js');
  const { StreamableHTTPServerTransport } = await load('@modelcontextprotocol/sdk/server/streamableHttp.js');
  const sessions = new Map();

  const open = async () => {
    const stdio = new StdioClientTransport({ command, args, stderr: 'ignore' });
    const http = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      onsessioninitialized: (id) => sessions.set(id, { http, stdio }),
    });
    stdio.onmessage = (message) => void http.send(message, { relatedRequestId: message.id }).catch(() => {});
    http.onmessage = (message) => void stdio.send(message);
    await Promise.all([stdio.start(), http.start()]);
    return { http, stdio };
  };
  const server = createServer(async (request, response) => {
    const host = new URL(`http://${request.headers.host}`).hostname;
    if (host !== 'localhost' && host !== '127.0.0.1') return response.writeHead(403).end();
    const { origin } = request.headers;
    if (origin && !/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)) return response.writeHead(403).end();
    const known = sessions.get(request.headers['mcp-session-id']);
    const { http } = known ?? (await open());
    await http.handleRequest(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    for (const { stdio } of sessions.values()) await stdio.close();
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${server.address().port}/mcp`, close };
}
