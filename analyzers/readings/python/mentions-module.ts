import { escaped } from '../../namings/module-name.ts';

/** Whether a text has a module: by its dotted name, by `from pkg import m`, or by a relative import of its last name. */
export function mentionsModule(text: string, dotted: string): boolean {
  if (text.includes(dotted)) return true;
  const index = dotted.lastIndexOf('.');
  const last = escaped(dotted.slice(index + 1));
  return (
    (index !== -1 && text.includes(`from ${dotted.slice(0, index)} import `)) ||
    new RegExp(`\\bfrom\\s+\\.+[\\w.]*\\s+import\\b[^\\n]*\\b${last}\\b`).test(text)
  );
}
