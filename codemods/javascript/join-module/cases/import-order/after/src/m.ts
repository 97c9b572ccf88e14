
import { first } from './first.js';
import { second } from './second.js';

export const one = (): number => first;

export const two = (): number => second;
