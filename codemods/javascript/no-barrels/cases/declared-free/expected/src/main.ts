import { one } from './lib/one.js';
