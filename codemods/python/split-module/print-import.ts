/**
 * `from m import a, b`, one name a line in parentheses where it would be too long. Lines without their newline.
 * @param width columns that a line may have
 */
export function printFrom(module: string, names: readonly string[], width: number, comment = ''): string[] {
  const flat = `from ${module} import ${names.join(', ')}`;
  const behind = comment === '' ? '' : `  ${comment}`;
  if (flat.length <= width) return [`${flat}${behind}`];
  return [`from ${module} import (${behind}`, ...names.flatMap((name) => printName(`    ${name},`, width)), ')'];
}

/** Only a width of 79 is ever kept to by breaking a name from its alias: formatters with a wider line would join them again. */
const printName = (line: string, width: number): string[] =>
  width < 80 && line.length > width && line.includes(' as ') ? line.replace(' as ', ' as\n    ').split('\n') : [line];

/** An import of names that may not exist: without them, nothing is bound. */
export const printGuarded = (module: string, name: string): string[] => [
  'try:',
  `    from ${module} import ${name}`,
  'except ImportError:',
  '    pass',
];
