import { expect, test } from 'vitest';
import { planFile } from '../../../../src/engine/plan/plan-file.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const LONG = 12;

/** A class of two subjects, a helper that shares nothing, and a log that all use. */
const PYTHON = `class Store:
    def __init__(self):
        self.entries = {}
        self.rows = []
        self.log = print

${['load_cache', 'drop_cache', 'fill_cache', 'trim_cache'].map((name) => python(name, ['entries', 'lock'])).join('\n')}
${['read_row', 'write_row', 'count_rows', 'sort_rows'].map((name) => python(name, ['rows', 'cursor'])).join('\n')}
    def describe(self):
        return self.log

    @staticmethod
    def version():
        return 1


def main():
    Store()
`;

function python(name: string, attributes: readonly string[]): string {
  const uses = attributes.map((attribute) => `        self.${attribute} = this\n`).join('');
  return `    def ${name}(self, this: int):\n${uses}${'        this += 1\n'.repeat(LONG)}        self.log(this)\n`;
}

const TYPESCRIPT = `export class Store {
  private entries = new Map();
  #rows: number[] = [];
  constructor() {
    this.entries.clear();
    this.#rows = [];
  }

${['loadCache', 'dropCache', 'fillCache', 'trimCache'].map((name) => typescript(name, ['entries', 'lock'])).join('\n')}
${['readRow', 'writeRow', 'countRows', 'sortRows'].map((name) => typescript(name, ['#rows', 'cursor'])).join('\n')}
  describe = () => 'store';
}

export function main() {
  return new Store();
}
`;

function typescript(name: string, attributes: readonly string[]): string {
  const uses = attributes.map((attribute) => `    this.${attribute};\n`).join('');
  const inner = '    function inner(this: Store) {\n      return this.elsewhere;\n    }\n';
  return `  ${name}() {\n${uses}${inner}${'    inner.call(this);\n'.repeat(LONG)}  }\n`;
}

const clusters = (path: string, text: string, limit: number) => {
  const { largeClass } = planFile(memoryView({ [path]: text }), { path, limit });
  return largeClass && { ...largeClass, clusters: largeClass.clusters.map(({ lines: _, ...cluster }) => cluster) };
};

test('the methods of a class that makes most of a Python file are grouped by attributes and calls', () => {
  expect(clusters('store.py', PYTHON, 100)).toEqual({
    unit: 'class Store',
    lines: expect.any(Number),
    clusters: [
      {
        name: 'cache',
        methods: ['load_cache', 'drop_cache', 'fill_cache', 'trim_cache'].map((name) => `class Store::${name}`),
        attributes: ['entries', 'lock'],
      },
      {
        name: 'row',
        methods: ['read_row', 'write_row', 'count_rows', 'sort_rows'].map((name) => `class Store::${name}`),
        attributes: ['cursor', 'rows'],
      },
    ],
    common: ['log'],
    apart: ['class Store::describe'],
  });
});

test('the same for TypeScript: `this` of an inner function is another one', () => {
  expect(clusters('store.ts', TYPESCRIPT, 100)).toEqual({
    unit: 'class Store',
    lines: expect.any(Number),
    clusters: [
      {
        name: 'cache',
        methods: ['loadCache', 'dropCache', 'fillCache', 'trimCache'].map((name) => `class Store::${name}`),
        attributes: ['entries', 'lock'],
      },
      {
        name: 'row',
        methods: ['readRow', 'writeRow', 'countRows', 'sortRows'].map((name) => `class Store::${name}`),
        attributes: ['#rows', 'cursor'],
      },
    ],
    common: [],
    apart: ['class Store::describe'],
  });
});

test('nothing is said of a class where the file is within its limit, or is not mostly that class', () => {
  expect(clusters('store.py', PYTHON, 500)).toBeUndefined();
  const beside = Array.from({ length: 200 }, (_, i) => `def f${i}():\n    return ${i}\n\n`).join('');
  expect(clusters('store.py', `${PYTHON}\n\n${beside}`, 100)).toBeUndefined();
});

test('the size of a cluster is that of its methods with a line between them', () => {
  const { largeClass } = planFile(memoryView({ 'store.py': PYTHON }), { path: 'store.py', limit: 100 });
  const each = 1 + 2 + LONG + 1;
  expect(largeClass!.clusters.map(({ lines }) => lines)).toEqual([4 * each + 4, 4 * each + 4]);
});
