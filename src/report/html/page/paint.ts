import type { PageData, PageFile } from './data.ts';
import type { MapNode } from './tree.ts';

/** What the colour of a square can say. */
export interface Mode {
  readonly id: string;
  readonly title: string;
  /** The ends of the scale in words, cool first. */
  readonly ends: readonly [cool: string, hot: string];
  /** 0 to 1 of a file; null where it is not known. */
  readonly of: (file: PageFile) => number | null;
}

/** The modes that the data has numbers for; the first is shown at first. */
export function modesOf({ files }: PageData): Mode[] {
  const most = (of: (file: PageFile) => number | null): number =>
    files.reduce((top, file) => Math.max(top, of(file) ?? 0), 1);
  const scaled = (of: (file: PageFile) => number | null): ((file: PageFile) => number | null) => {
    const top = most(of);
    return (file) => {
      const value = of(file);
      return value === null ? null : Math.sqrt(value / top);
    };
  };
  const all: Mode[] = [
    { id: 'heat', title: 'heat', ends: ['left alone', 'changed often and hard'], of: () => null },
    {
      id: 'complexity',
      title: 'complexity',
      ends: ['simple', 'most complex'],
      of: scaled(({ cognitive }) => cognitive),
    },
    { id: 'age', title: 'age', ends: ['changed this month', 'longest untouched'], of: scaled(({ age }) => age) },
    { id: 'authors', title: 'authors', ends: ['one author', 'most authors'], of: scaled(({ authors }) => authors) },
    { id: 'over', title: 'over budget', ends: ['within', 'over a ceiling'], of: ({ over }) => (over ? 1 : 0) },
    { id: 'test', title: 'tests', ends: ['code', 'test'], of: ({ isTest }) => (isTest ? 1 : 0) },
  ];
  return all.filter(({ id, of }) => id === 'heat' || files.some((file) => (of(file) ?? 0) > 0));
}

/** 0 to 1: how warm a square is; of a group the mean of its files, by lines. */
export function warmthOf(node: MapNode, mode: Mode): number {
  if (mode.id === 'heat') return node.heat;
  if (node.file) return mode.of(node.file) ?? 0;
  const warmth = node.children.reduce((sum, child) => sum + warmthOf(child, mode) * child.lines, 0);
  return node.lines === 0 ? 0 : warmth / node.lines;
}
