import { one } from './lib/index.js';
