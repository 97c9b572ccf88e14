// Called by --call 'echo={"text":"a"}'.
import { result, serve, TOOLS } from './base.mjs';

const outputSchema = { type: 'object', properties: { length: { type: 'integer' } }, required: ['length'] };
serve({
  'tools/list': (id) => result(id, { tools: [{ ...TOOLS[0], outputSchema }] }),
  'tools/call': (id, { name, arguments: args }) => {
    if (name !== 'echo') process.stdout.write(`{"jsonrpc":"2.0","id":${id},"error":{"code":-32602,"message":"no"}}\n`);
    else if (args.text === undefined) result(id, { content: [], isError: true });
    else
      result(id, { content: [{ type: 'text', text: '1' }], structuredContent: { length: String(args.text.length) } });
  },
});
