import { a } from './a.js';
import b from "./b.js"
import * as c from './lib/index.js';
import './d.js';
import './d.js';
import './a.js';
import type { T } from './types.js';
export { a } from './a.js';
export * from '.';
import data from './data.json';
import x from 'react';
import own = require('./a.js');
const later = import('./lib/index.js');
import './two';
import './own';
import './none';
import './a?raw';
