import { serve } from './base.mjs';

serve();
process.on('SIGTERM', () => {});
setInterval(() => {}, 1_000);
