import { a } from '../a'; // first

export const one = (): number => a;
