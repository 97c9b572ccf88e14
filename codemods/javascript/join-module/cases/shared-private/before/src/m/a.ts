import { secret } from './secret';

export const a = (n: number): number => secret(n);
