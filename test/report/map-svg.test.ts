import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapEdge, MapNode, WorkspaceMap } from '../../analyzers/map/workspace-map.ts';
import { mapToSvg } from '../../src/report/map/svg.ts';

const node = (id: string): MapNode => ({ id, kind: 'crate', path: `${id}/Cargo.toml`, unit: null, owner: null });
const edge = (from: string, to: string): MapEdge => ({ from, to, kind: 'depends', path: 'Cargo.toml', line: 1 });
const graph = (ids: readonly string[], pairs: readonly (readonly [string, string])[]): WorkspaceMap => ({
  nodes: ids.map(node),
  edges: pairs.map(([from, to]) => edge(from, to)),
  outside: [],
  cycles: [],
  unknown: [],
});

interface Drawn {
  readonly size: { readonly width: number; readonly height: number };
  /** Text of the box -> its corners. */
  readonly boxes: ReadonlyMap<
    string,
    { readonly x: number; readonly y: number; readonly right: number; readonly bottom: number }
  >;
  /** Where each arrow begins and ends. */
  readonly arrows: readonly { readonly from: readonly [number, number]; readonly to: readonly [number, number] }[];
}

const plain = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

/** What the drawing shows, read from the drawing alone. */
function read(svg: string): Drawn {
  const [, width, height] = /<svg class="units" width="(\d+)" height="(\d+)"/.exec(svg)!;
  const boxes = [
    ...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="6"\/><text[^>]*>([^<]*)<\/text>/g),
  ].map(
    ([, x, y, w, h, text]) =>
      [
        plain(text!),
        { x: Number(x), y: Number(y), right: Number(x) + Number(w), bottom: Number(y) + Number(h) },
      ] as const,
  );
  const arrows = [...svg.matchAll(/<path d="M(\d+),(\d+) C[^"]* (\d+),(\d+)" marker-end/g)].map(([, a, b, c, d]) => ({
    from: [Number(a), Number(b)] as const,
    to: [Number(c), Number(d)] as const,
  }));
  return { size: { width: Number(width), height: Number(height) }, boxes: new Map(boxes), arrows };
}

/** The box whose right or left side an end of an arrow touches. */
const boxAt = ({ boxes }: Drawn, [x, y]: readonly [number, number], side: 'x' | 'right'): string | undefined =>
  [...boxes].find(([, box]) => box[side] === x && box.y < y && y < box.bottom)?.[0];

const graphs = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }))
  .map(([count, pairs]) => {
    const ids = Array.from({ length: count }, (_, i) => `crate:c${i}`);
    const inside = pairs.filter(([a, b]) => a < count && b < count && a !== b);
    const unique = [...new Map(inside.map(([a, b]) => [`${a} ${b}`, [ids[a]!, ids[b]!] as const])).values()];
    return graph(ids, unique);
  });

describe('the drawing of units', () => {
  test('each unit is drawn once, and each edge from the one box to the other; circles too', () => {
    fc.assert(
      fc.property(graphs, (map) => {
        const drawn = read(mapToSvg(map));
        expect([...drawn.boxes.keys()]).toEqual(map.nodes.map(({ id }) => id));
        const ends = drawn.arrows.map(({ from, to }) => `${boxAt(drawn, from, 'right')} ${boxAt(drawn, to, 'x')}`);
        expect(ends).toEqual(map.edges.map(({ from, to }) => `${from} ${to}`));
      }),
    );
  });

  test('no box lies on another, and none outside of the drawing', () => {
    fc.assert(
      fc.property(graphs, (map) => {
        const { boxes, size } = read(mapToSvg(map));
        const all = [...boxes.values()];
        all.forEach((box, i) => {
          expect(box.x >= 0 && box.y >= 0 && box.right <= size.width && box.bottom <= size.height).toBe(true);
          for (const other of all.slice(i + 1)) {
            const across = Math.min(box.right, other.right) - Math.max(box.x, other.x);
            const down = Math.min(box.bottom, other.bottom) - Math.max(box.y, other.y);
            expect(Math.min(across, down)).toBeLessThan(0);
          }
        });
      }),
    );
  });

  test('who uses another stands to the left of it', () => {
    const { boxes } = read(
      mapToSvg(
        graph(
          ['a', 'b', 'c'],
          [
            ['a', 'b'],
            ['b', 'c'],
            ['a', 'c'],
          ],
        ),
      ),
    );
    expect(boxes.get('a')!.right).toBeLessThan(boxes.get('b')!.x);
    expect(boxes.get('b')!.right).toBeLessThan(boxes.get('c')!.x);
  });

  test('a name is shown as text, whatever it is', () => {
    const name = 'js:</text><script>&"x"';
    const svg = mapToSvg(graph([name], []));
    expect([...read(svg).boxes.keys()]).toEqual([name]);
    expect(svg).not.toContain('<script');
  });
});
