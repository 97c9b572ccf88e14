import { join } from 'node:path';
import { one } from './m/part.js';

export const three = () => join('a', one());
