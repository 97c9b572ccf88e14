import { one } from './m/part.js';

const two = () => 3;

export const three = () => one() + two();
