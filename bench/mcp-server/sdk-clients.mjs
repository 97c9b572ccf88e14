// What the official clients make of the server: both generations, both eras, every tool once, with their own checks of schemas.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FILE = 'crates/press/src/press.rs';

/** Yields a row for each client: what it negotiated, how many tools it listed, and how many calls it accepted. */
export async function trySdkClients(packages, server, workspace) {
  const require = createRequire(join(packages, 'none.js'));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href.replace(/\.cjs$/, '.mjs'));
  const loadOld = (name) => import(pathToFileURL(require.resolve(name).replace('/dist/cjs/', '/dist/esm/')).href);
  const v2 = await load('@modelcontextprotocol/client');
  const v2stdio = await load('@modelcontextprotocol/client/stdio');
  const v1 = await loadOld('@modelcontextprotocol/sdk/client/index.js');
  const v1stdio = await loadOld('@modelcontextprotocol/sdk/client/stdio.js');
  const info = { name: 'bench', version: '1' };
  const start = { command: process.execPath, args: [server, 'mcp', workspace], stderr: 'ignore' };
  const rows = [];
  for (const [name, client, transport] of [
    [
      'v2 2.4.0, auto',
      new v2.Client(info, { versionNegotiation: { mode: 'auto' } }),
      new v2stdio.StdioClientTransport(start),
    ],
    ['v2 2.4.0, legacy', new v2.Client(info), new v2stdio.StdioClientTransport(start)],
    ['v1 1.32.2', new v1.Client(info), new v1stdio.StdioClientTransport(start)],
  ])
    rows.push({ name, ...(await tryClient(client, transport)) });
  return rows;
}

async function tryClient(client, transport) {
  await client.connect(transport);
  const { tools } = await client.listTools();
  const revision = client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion ?? '2025-11-25';
  const call = async (name, args = {}) => (await client.callTool({ name, arguments: args })).structuredContent;
  const plan = await call('plan', { path: FILE });
  const applied = await call('apply', { planId: plan.planId, planHash: plan.planHash });
  const answers = [
    plan,
    applied,
    await call('receipt'),
    await call('undo', { receipt: applied.report.receipt }),
    await call('hotspots'),
    await call('outline', { path: FILE }),
    await call('composition'),
    await call('verify', { base: 'HEAD', head: '.' }),
    await call('check', { names: ['budget'] }),
    await call('explain', { id: 'R25' }),
  ];
  const refused = await client.callTool({ name: 'outline', arguments: { path: '../outside.rs' } });
  const began = performance.now();
  await client.close();
  return {
    revision,
    tools: tools.length,
    accepted: answers.filter((answer) => answer?.schemaVersion === 1).length,
    calls: answers.length,
    refused: refused.isError === true,
    closeMs: performance.now() - began,
  };
}
