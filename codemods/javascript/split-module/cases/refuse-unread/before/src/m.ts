export function one(): number {
  return 1;
}

export const same = ((value: unknown) => value) as ;
