import { a } from './a';
import b from "./b"
import * as c from './lib';
import './d';
import './d.js';
import './a.js';
import type { T } from './types';
export { a } from './a';
export * from '.';
import data from './data.json';
import x from 'react';
import own = require('./a');
const later = import('./lib/');
import './two';
import './own';
import './none';
import './a?raw';
