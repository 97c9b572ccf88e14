import { one } from './m/part.js';

export const three = () => one() + 2;
