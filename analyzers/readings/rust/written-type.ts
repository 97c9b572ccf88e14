/** A type as it is written: its last name without path and lifetimes, and what stands in its brackets. */
export interface WrittenType {
  /** `[]` for slices and arrays, `*` for pointers, `impl` for `impl` and `dyn`, `()` for tuples. */
  readonly name: string;
  readonly args: readonly string[];
  readonly isReference: boolean;
  /** Of `impl`: the type parameter that is meant. */
  readonly parameter?: string;
}

/** Null for what is none of these: functions, macros, `<T as Trait>::Item`. */
export function readType(written: string): WrittenType | null {
  const text = written
    .replace(/'\w+\b(?:\s*,)?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const reference = /^&\s*(?:mut\b)?\s*([\s\S]*)$/.exec(text);
  if (reference) {
    const inner = readType(reference[1]!);
    return inner && { ...inner, isReference: true };
  }
  const plain = (name: string, args: readonly string[] = []): WrittenType => ({ name, args, isReference: false });
  if (/^\*\s*(?:const|mut)\b/.test(text)) return plain('*');
  if (/^(?:impl|dyn)\b/.test(text)) return plain('impl');
  if (text.startsWith('['))
    return plain('[]', [
      text
        .slice(1, -1)
        .replace(/;[^;]*$/, '')
        .trim(),
    ]);
  if (text.startsWith('(')) return text.endsWith(')') ? plain('()') : null;
  const named =
    /^(?:(?:::)?\s*[\w$]+\s*::\s*)*([\p{XID_Start}_][\p{XID_Continue}]*)\s*(?:(?:::)?\s*<([\s\S]*)>)?$/u.exec(text);
  return named ? plain(named[1]!, named[2] === undefined ? [] : splitArguments(named[2])) : null;
}

/** At the commas that stand in no brackets. */
function splitArguments(text: string): string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const letter of text.replaceAll('->', '  ')) {
    if ('<([{'.includes(letter)) depth += 1;
    if ('>)]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((one) => one.trim()).filter((one) => one !== '');
}

const SMART = new Set(['Box', 'Rc', 'Arc', 'Cow', 'Ref', 'RefMut', 'MutexGuard', 'Pin', 'ManuallyDrop']);

/** What a smart pointer leads to; the type itself where it is none. */
export function pointee(type: WrittenType): WrittenType {
  const inner = SMART.has(type.name) && type.args.length > 0 ? readType(type.args[0]!) : null;
  return inner === null ? type : { ...pointee(inner), isReference: true };
}
