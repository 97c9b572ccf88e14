export function secret(n: number): number {
  return n * 2;
}
