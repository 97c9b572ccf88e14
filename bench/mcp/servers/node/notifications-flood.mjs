import { result, serve, TOOLS, write } from './base.mjs';

serve({
  'tools/list': (id) => {
    for (let i = 0; i < 2_000; i++)
      write({ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: i } });
    result(id, { tools: TOOLS });
  },
});
