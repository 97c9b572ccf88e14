/** Code-unit order: the same on every machine and in every locale. Use it wherever a result is sorted. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const by =
  <T>(key: (item: T) => string | number) =>
  (a: T, b: T): number => {
    const x = key(a);
    const y = key(b);
    return x < y ? -1 : x > y ? 1 : 0;
  };
