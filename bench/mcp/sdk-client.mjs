// What one client of the SDKs does on one server, as a line of text: started by sdk-clients.mjs, in the folder where the SDK is installed.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [which, call, ...command] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), 'x.js'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { Client } = await load(
  which === 'v2' ? '@modelcontextprotocol/client' : '@modelcontextprotocol/sdk/client/index.js',
);
const { StdioClientTransport } = await load(
  which === 'v2' ? '@modelcontextprotocol/client/stdio' : '@modelcontextprotocol/sdk/client/stdio.js',
);

const TIMEOUT = 3_000;
const transport = new StdioClientTransport({
  command: command[0],
  args: command.slice(1),
  stderr: 'pipe',
  env: process.env,
});
const info = { name: 'bench', version: '1.0.0' };
const client =
  which === 'v2' ? new Client(info, { versionNegotiation: { mode: 'auto' } }) : new Client(info, { capabilities: {} });
const errors = [];
client.onerror = (error) => errors.push(error);
const nameOf = (error) => String(error.code ?? error.name ?? 'error').slice(0, 40);

async function step(name, work) {
  try {
    await Promise.race([
      work(),
      new Promise((_, reject) => setTimeout(() => reject(Object.assign(new Error(), { name: 'no end' })), 2 * TIMEOUT)),
    ]);
    return null;
  } catch (error) {
    return `${name}: ${nameOf(error)}`;
  }
}

const options = { timeout: TIMEOUT };
let failed = await step('connect', () => client.connect(transport, options));
failed ??= await step('list', () => client.listTools(undefined, options));
if (call !== '-')
  failed ??= await step('call', () =>
    client.callTool(JSON.parse(call), ...(which === 'v2' ? [options] : [undefined, options])),
  );
const began = performance.now();
await step('close', () => client.close());
const seconds = (performance.now() - began) / 1_000;
process.stdout.write(
  JSON.stringify({ failed, errors: errors.map(nameOf).slice(0, 2), close: Number(seconds.toFixed(1)) }),
);
process.exit(0);
