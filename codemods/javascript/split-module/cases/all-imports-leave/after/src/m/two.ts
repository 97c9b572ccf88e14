import { b } from '../a';

export const two = (): number => b;
