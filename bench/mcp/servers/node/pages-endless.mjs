import { result, serve, TOOLS } from './base.mjs';

serve({ 'tools/list': (id) => result(id, { tools: TOOLS, nextCursor: 'next' }) });
