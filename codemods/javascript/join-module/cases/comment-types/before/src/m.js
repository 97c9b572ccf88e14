import { other } from './other.js';

export { one } from './m/part.js';

export const two = () => other + 1;
