import './effect.js';
import { two } from './list/numbers.js';
import type { Hidden } from './list/numbers.js';
export { two as deux } from './list/numbers.js';
export type { Hidden } from './list/numbers.js';

function stays(): Hidden {
  return two();
}

export { stays };
export { stays as default };
