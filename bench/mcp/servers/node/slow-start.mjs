// Reads nothing for 1.5 seconds, and does all right then.
import { serve } from './base.mjs';

setTimeout(() => serve(), 1_500);
