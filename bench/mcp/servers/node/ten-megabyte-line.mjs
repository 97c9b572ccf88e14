// 10,000,000 bytes: below the limit of 10 MiB.
import { result, serve, TOOLS } from './base.mjs';

serve({ 'tools/list': (id) => result(id, { tools: [{ ...TOOLS[0], description: 'x'.repeat(9_999_700) }] }) });
