import { secret } from './secret';

export const b = (n: number): number => secret(n) + 1;
