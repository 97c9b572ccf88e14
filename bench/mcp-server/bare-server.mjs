// The SDK's own start, and nothing else: what the first answer of ours is measured against. Run from the folder that holds the SDK.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.argv[2], 'none.js'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href.replace(/\.cjs$/, '.mjs'));
const [{ Server }, { serveStdio }] = await Promise.all([
  load('@modelcontextprotocol/server'),
  load('@modelcontextprotocol/server/stdio'),
]);
serveStdio(() => {
  const server = new Server({ name: 'bare', version: '1' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({ tools: [] }));
  return server;
});
