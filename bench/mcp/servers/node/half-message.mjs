import { serve } from './base.mjs';

serve({
  'tools/list': (id) => process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"too`, () => process.exit(0)),
});
