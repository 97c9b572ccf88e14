import { expect, test } from 'vitest';
import type { PageData, PageFile } from '../../../src/report/html/page/data.ts';
import { buildTree, type MapNode } from '../../../src/report/html/page/tree.ts';

const file = (path: string, crate: string, dir: string, lines: number, score: number): PageFile => ({
  path,
  crate,
  dir,
  rank: 1,
  score,
  lines,
  cognitive: 3,
  revisions: 2,
  age: 0,
  owner: null,
  authors: null,
  language: 'rust',
  isTest: false,
  command: '',
  trend: [0, lines],
  over: false,
  functions: [
    ['small', 1, 2, 1, 1],
    ['large', 3, 20, 9, -1],
  ],
});

const page = (files: readonly PageFile[]): PageData => ({
  name: 'orchard',
  today: '2026-01-01',
  head: null,
  headline: [],
  url: null,
  noHistory: 'no git',
  totals: { files: files.length, lines: 0, functions: 0, crates: 0 },
  files,
  coupling: [],
  modules: [],
  budget: { rules: [], findings: [], exceptions: [] },
  over: null,
  receipts: [],
});

const shape = (node: MapNode): unknown =>
  node.children.length === 0
    ? `${node.kind} ${node.name} ${node.lines}`
    : { [`${node.kind} ${node.name} ${node.lines}`]: node.children.map(shape) };

test('crates, folders, files and functions; a folder with nothing but a folder is one with it', () => {
  const tree = buildTree(
    page([
      file('press/src/lib.rs', 'press', 'press', 30, 4),
      file('press/src/mill/teeth/left.rs', 'press', 'press', 100, 1),
      file('press/src/mill/teeth/right.rs', 'press', 'press', 50, 2),
      file('cellar.py', 'orchard', '', 60, 0),
    ]),
  );
  const functions = ['function large 20', 'function small 2'];
  expect(shape(tree)).toEqual({
    'all orchard 240': [
      {
        'crate press 180': [
          { 'folder mill/teeth 150': [{ 'file left.rs 100': functions }, { 'file right.rs 50': functions }] },
          { 'file lib.rs 30': functions },
        ],
      },
      { 'crate orchard 60': [{ 'file cellar.py 60': functions }] },
    ],
  });
  expect(tree.trend).toEqual([0, 240]);
  expect(tree.children[0]!.children[1]!.heat).toBe(1);
  expect(tree.children[1]!.heat).toBe(0);
});
