// What this file is about.

function secret(n: number): number {
  return n * 2;
}

export const a = (n: number): number => secret(n);

export const b = (n: number): number => secret(n) + 1;
