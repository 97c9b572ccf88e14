import { two } from './m/part.js';

export const six = () => two() * 3;
