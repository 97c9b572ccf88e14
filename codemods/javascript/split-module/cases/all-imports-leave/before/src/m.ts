import { a } from './a'; // first
import { b } from './a';

export const one = (): number => a;

export const two = (): number => b;

export const three = (): number => 3;
