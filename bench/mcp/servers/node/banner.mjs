import { serve } from './base.mjs';

console.log('Bench server running on stdio');
serve();
