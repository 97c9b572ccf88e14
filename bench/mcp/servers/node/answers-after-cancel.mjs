// Called by --call 'wait={}': it takes 300 ms, and a cancellation changes nothing.
import { error, result, serve } from './base.mjs';

const tool = { name: 'wait', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } };
serve({
  'tools/list': (id) => result(id, { tools: [tool] }),
  'tools/call': (id, { name }) => {
    if (name !== 'wait') error(id, -32602, `Unknown tool: ${name}`);
    else setTimeout(() => result(id, { content: [{ type: 'text', text: 'done' }] }), 300);
  },
});
