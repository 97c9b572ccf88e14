const WIDTH = 88;

/** `from m import a, b`, one name a line in parentheses where it would be too long. Lines without their newline. */
export function printFrom(module: string, names: readonly string[], comment = ''): string[] {
  const flat = `from ${module} import ${names.join(', ')}`;
  const behind = comment === '' ? '' : `  ${comment}`;
  if (flat.length <= WIDTH) return [`${flat}${behind}`];
  return [`from ${module} import (${behind}`, ...names.map((name) => `    ${name},`), ')'];
}

/** An import of names that may not exist: without them, nothing is bound. */
export const printGuarded = (module: string, name: string): string[] => [
  'try:',
  `    from ${module} import ${name}`,
  'except ImportError:',
  '    pass',
];
