// A small server of the stateful era that does all right; each faulty one changes a single thing of it.
import { createInterface } from 'node:readline';

export const TOOLS = [
  {
    name: 'echo',
    description: 'Gives the text back.',
    inputSchema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
    annotations: { readOnlyHint: true },
  },
];

export const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
export const result = (id, value) => write({ jsonrpc: '2.0', id, result: value });
export const error = (id, code, message) => write({ jsonrpc: '2.0', id, error: { code, message } });

export function initialized(version = '2025-11-25', capabilities = { tools: {} }) {
  return { protocolVersion: version, capabilities, serverInfo: { name: 'bench', version: '1.0.0' } };
}

/** What a request is answered with. */
export const HANDLERS = {
  initialize: (id) => result(id, initialized()),
  ping: (id) => result(id, {}),
  'tools/list': (id) => result(id, { tools: TOOLS }),
  'tools/call': (id, params) => {
    if (params.name !== 'echo') return error(id, -32602, `Unknown tool: ${params.name}`);
    if (typeof params.arguments?.text !== 'string')
      return result(id, { content: [{ type: 'text', text: 'text is missing' }], isError: true });
    return result(id, { content: [{ type: 'text', text: params.arguments.text }] });
  },
};

/** Serves until stdin ends. @param notified what is done on notifications */
export function serve(changed = {}, notified = () => {}) {
  const handlers = { ...HANDLERS, ...changed };
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const { id, method, params = {} } = JSON.parse(line);
    if (id === undefined) notified(method, params);
    else if (method === undefined) return;
    else if (Object.hasOwn(handlers, method)) handlers[method](id, params);
    else if (changed.otherwise) changed.otherwise(id, method, params);
    else error(id, -32601, `Method not found: ${method}`);
  });
  return lines;
}
