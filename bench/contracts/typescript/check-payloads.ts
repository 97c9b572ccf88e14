import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CheckedType {
  /** Declares `Root`. */
  readonly text: string;
  readonly payloads: readonly string[];
}

/**
 * Which payloads the compiler takes for values of `Root`: `types[i]` -> the payloads that it does not. Objects are no fresh literals there, so
 * that further keys are no error; that a type has optional keys alone and none of them is there is none of JSON's business.
 */
export function rejectedBy(tsc: string, folder: string, types: readonly CheckedType[]): Set<string>[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  types.forEach(({ text, payloads }, i) => {
    const lines = payloads.map(
      (payload, at) => `declare const p${at}: ${literalType(JSON.parse(payload))}; export const x${at}: Root = p${at};`,
    );
    writeFileSync(join(folder, `t${i}.ts`), `${text.trimEnd().replaceAll('\n', ' ')}\n${lines.join('\n')}\n`);
  });
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, target: 'es2022', module: 'esnext', types: [] },
      include: ['*.ts'],
    }),
  );
  const done = spawnSync(tsc, ['-p', folder, '--pretty', 'false'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.error) throw done.error;
  const rejected = types.map(() => new Set<string>());
  for (const [text = '', file, row] of done.stdout.matchAll(/t(\d+)\.ts\((\d+),\d+\): error .*(?:\n[ \t].*)*/g)) {
    const line = Number(row);
    if (line === 1) throw new Error(`${text}\n${types[Number(file)]!.text}`);
    if (!WEAK.test(text)) rejected[Number(file)]!.add(types[Number(file)]!.payloads[line - 2]!);
  }
  return rejected;
}

const WEAK = /Type '\{.*' has no properties in common with type/;

/** A payload as a type: lists are tuples, and numbers, strings and booleans themselves. */
function literalType(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalType).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' ? numberType(value) : JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${literalType(one)};`)
    .join(' ')} }`;
}

const numberType = (value: number): string => (Number.isFinite(value) ? String(value).replace('+', '') : 'number');
