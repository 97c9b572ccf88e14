import { result, serve } from './base.mjs';

result(1, { ready: true });
serve();
