import { isUtf8 } from 'node:buffer';
import { createTwoFilesPatch } from 'diff';
import { by } from '../../core/compare.ts';
import type { FileState, Journal, Operation } from './journal.ts';

/** A patch in git's format from the state after an apply back to the one before, for `git apply`. Files that are no text are named only. */
export const reversePatch = (journal: Journal): string =>
  [...journal.operations]
    .sort(by(({ path }) => path))
    .map(filePatch)
    .join('');

function filePatch({ path, before, after }: Operation): string {
  const [a, b] = [quoted(`a/${path}`), quoted(`b/${path}`)];
  const head = [`diff --git ${a} ${b}`];
  if (after === null) head.push(`new file mode ${gitMode(before!)}`);
  else if (before === null) head.push(`deleted file mode ${gitMode(after)}`);
  else if (gitMode(before) !== gitMode(after)) head.push(`old mode ${gitMode(after)}`, `new mode ${gitMode(before)}`);
  const texts = [after, before].map((file) => file?.bytes ?? Buffer.alloc(0));
  if (!texts.every((bytes) => isUtf8(bytes) && !bytes.includes(0))) return `${head.join('\n')}\nBinary files differ\n`;
  const [from, to] = texts.map((bytes) => bytes.toString('utf8')) as [string, string];
  if (from === to) return `${head.join('\n')}\n`;
  const names = [after === null ? '/dev/null' : a, before === null ? '/dev/null' : b] as const;
  const patch = createTwoFilesPatch(names[0], names[1], from, to, undefined, undefined, { context: 3 });
  return `${head.join('\n')}\n${patch.slice(patch.indexOf('--- '))}`;
}

const gitMode = (file: FileState): string => ((file.mode & 0o100) === 0 ? '100644' : '100755');

// Git quotes names with control characters, quotes or backslashes as C strings.
const quoted = (name: string): string =>
  /["\\\p{Cc}]/u.test(name) ? JSON.stringify(name).replace(/\\u00(..)/g, (_, hex) => `\\${octal(hex)}`) : name;

const octal = (hex: string): string => Number.parseInt(hex, 16).toString(8).padStart(3, '0');
