type Keep<F> = F;

export function one(): number {
  return 1;
}

export const same = ((value: unknown) => value) as Keep<<T>(value: T) => T>;
