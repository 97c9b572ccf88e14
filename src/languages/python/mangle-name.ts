/** `__x` in class `_C` is stored as `_C__x`; dunder names, dotted names and classes named only by underscores are left alone. */
export function mangleName(name: string, privateOf: string | null): string {
  if (privateOf === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = privateOf.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
