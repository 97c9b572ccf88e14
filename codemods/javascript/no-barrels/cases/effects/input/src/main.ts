import { one } from './lib/index.js';
import type { T } from './lib/index.js';
