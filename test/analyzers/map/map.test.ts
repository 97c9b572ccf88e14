import { expect, test } from 'vitest';
import { map } from '../../../analyzers/map/index.ts';
import { nodesNamed, partOf, reach, unitsOf } from '../../../analyzers/map/reach.ts';
import type { WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { mapToDot, mapToMermaid } from '../../../src/report/map/drawings.ts';
import { mapToHtml } from '../../../src/report/map/html.ts';
import { mapToJson } from '../../../src/report/map/json.ts';
import { mapSchema } from '../../../src/report/map/schema.ts';
import { mapToTree } from '../../../src/report/map/tree.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { mixed, RUST } from '../bridge/bridge-files.ts';

const FILES = mixed(
  `mod api;\n${RUST}`,
  {
    'python/acme/__init__.py': 'from . import run\n',
    'python/acme/run.py':
      'import numpy\nfrom typing import TYPE_CHECKING\nfrom . import late\nfrom ._core import add\nif TYPE_CHECKING:\n    from . import types\n',
    'python/acme/late.py': 'def go():\n    from . import run\n',
    'python/acme/types.py': 'from acme import more\n',
    'python/acme/more.py': 'import acme.types\n',
  },
  {
    CODEOWNERS: '/python/ @py\n',
    'src/api.rs': 'use crate::deep::inner;\nuse helper::thing;\n',
    'helper/Cargo.toml': '[package]\nname = "helper"\nversion = "0.1.0"\nedition = "2021"\n',
    'helper/src/lib.rs': 'pub mod thing;\n',
    'helper/src/thing.rs': '',
    'ui/package.json': '{ "name": "ui", "dependencies": { "lib": "1" } }',
    'lib/package.json': '{ "name": "lib" }',
  },
);
FILES['Cargo.toml'] = FILES['Cargo.toml']!.replace(
  '[dependencies]\n',
  '[dependencies]\nhelper = { path = "helper" }\n',
);

const view = memoryView(FILES, { readManifests });
const whole: WorkspaceMap = map.run(view);
const edges = (of: WorkspaceMap): string[] =>
  of.edges.map(({ from, to, kind, line }) => `${from} ${kind} ${to}:${line}`);

test('both languages stand in one graph, each edge with its kind and place', () => {
  expect(edges(whole)).toEqual([
    'crate:core depends crate:helper:15',
    'js:ui depends js:lib:1',
    'native:acme._core builds crate:core:20',
    'py:acme import py:acme.run:1',
    'py:acme.late deferred py:acme.run:2',
    'py:acme.more import py:acme.types:1',
    'py:acme.run native native:acme._core:4',
    'py:acme.run import py:acme.late:3',
    'py:acme.run type py:acme.types:6',
    'py:acme.types import py:acme.more:1',
    'rs:core::api use rs:core:1',
    'rs:core::api use rs:helper::thing:2',
  ]);
});

test('cycles count what runs while modules load', () => {
  expect(whole.cycles).toEqual([['py:acme.more', 'py:acme.types']]);
});

test('owners come from CODEOWNERS, and what leads out stands apart', () => {
  expect(whole.nodes.find(({ id }) => id === 'py:acme.run')).toMatchObject({ owner: '@py', unit: 'dist:acme' });
  expect(whole.outside.map(({ name }) => name)).toEqual(['numpy', 'typing']);
});

test('a closure leads through the bridge into Rust, and back', () => {
  const forward = reach(whole, nodesNamed(whole, 'acme.run'), 'forward');
  expect(forward).toContain('rs:helper::thing');
  expect(forward).not.toContain('js:ui');
  const backward = reach(whole, nodesNamed(whole, 'src/lib.rs'), 'backward');
  expect(backward).toContain('py:acme.late');
  expect(nodesNamed(whole, 'nobody')).toEqual([]);
});

test('units carry the edges of their modules', () => {
  expect(edges(unitsOf(whole))).toContain('dist:acme native native:acme._core:4');
});

test('the drawings hold every node, and the JSON its schema', () => {
  expect(mapSchema.safeParse(JSON.parse(mapToJson(whole))).success).toBe(true);
  for (const text of [mapToDot(whole), mapToMermaid(whole), mapToTree(whole, true)])
    for (const { id } of whole.nodes) expect(text).toContain(id);
  const page = mapToHtml(partOf(whole, ['crate:core', 'crate:helper']));
  expect(page).toContain('crate:helper');
  expect(page).not.toContain('<script');
});
