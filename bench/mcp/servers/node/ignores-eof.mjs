import { serve } from './base.mjs';

serve();
setInterval(() => {}, 1_000);
