
export { one } from './m/part.js';
import { second } from './second.js';

export const two = (): number => second;
