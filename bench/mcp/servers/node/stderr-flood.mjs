import { serve } from './base.mjs';

process.stderr.write('x'.repeat(1 << 20));
serve();
