import { result, serve, TOOLS } from './base.mjs';

let count = 0;
serve({ 'tools/list': (id) => result(id, { tools: [{ ...TOOLS[0], name: `echo${count++}` }] }) });
