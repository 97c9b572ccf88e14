import { one, two } from './m/part.js';
export { one } from './m/part.js';

export const three = () => one() + two();
