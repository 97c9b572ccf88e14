import { first } from '../first.js';

export const one = (): number => first;
