import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { expect, test } from 'vitest';

const MOST = 5;
const ROOMS = ['src', 'analyzers', 'codemods', 'bench'];
const PROJECT = join(import.meta.dirname, '..');

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The functions of a file with a body and more parameters than are allowed, by name and line. */
function longLists(path: string): string[] {
  const plugins = ['typescript' as const, ...(path.endsWith('x') ? ['jsx' as const] : [])];
  const open: unknown[] = [parse(readFileSync(path, 'utf8'), { sourceType: 'module', plugins }).program];
  const found: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    if (!isNode(next)) continue;
    const { params, body, loc } = next as {
      params?: readonly unknown[];
      body?: unknown;
      loc?: { start: { line: number } };
    };
    if (Array.isArray(params) && body && params.length > MOST) found.push(`${path}:${loc?.start.line}`);
    open.push(...Object.entries(next).flatMap(([key, value]) => (key === 'loc' || !value ? [] : [value])));
  }
  return found;
}

test(`no function has more than ${MOST} parameters`, () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(PROJECT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/(?:^|\/)(?:cases|fixtures)\//.test(path))
      .map((path) => join(PROJECT, room, path)),
  );
  expect(files.length).toBeGreaterThan(1_000);
  expect(files.flatMap(longLists)).toEqual([]);
}, 60_000);
