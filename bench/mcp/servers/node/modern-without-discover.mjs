// Serves 2026-07-28, and rejects both ways to find that out.
import { error, serve, TOOLS, write } from './base.mjs';

const own = (id, value) => write({ jsonrpc: '2.0', id, result: { resultType: 'complete', ...value } });
const META = 'io.modelcontextprotocol/protocolVersion';
const served = (work) => (id, params) => {
  const version = params._meta?.[META];
  if (version === undefined) return error(id, -32602, 'The version is missing');
  if (version !== '2026-07-28')
    return write({
      jsonrpc: '2.0',
      id,
      error: {
        code: -32022,
        message: 'Unsupported protocol version',
        data: { supported: ['2026-07-28'], requested: version },
      },
    });
  return work(id, params);
};
serve({
  initialize: (id) => error(id, -32601, 'Method not found: initialize; supported: 2026-07-28'),
  'tools/list': served((id) => own(id, { tools: TOOLS, ttlMs: 0, cacheScope: 'private' })),
  'tools/call': served((id, { name, arguments: args }) => {
    if (name !== 'echo') return error(id, -32602, `Unknown tool: ${name}`);
    if (args.text === undefined) return own(id, { content: [], isError: true });
    return own(id, { content: [{ type: 'text', text: args.text }] });
  }),
});
