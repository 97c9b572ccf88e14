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
  /** Where each file belongs to somebody: who has colours of their own, those with the most lines first. */
  readonly people?: readonly string[];
}

/** Colours that can be told apart; who comes behind has none. */
const MOST_PEOPLE = 7;

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
    {
      id: 'authors',
      title: 'number of authors',
      ends: ['one author', 'most authors'],
      of: scaled(({ authors }) => authors),
    },
    {
      id: 'author',
      title: 'main author',
      ends: ['', ''],
      of: ({ owner }) => (owner === null ? null : 1),
      people: peopleOf(files),
    },
    { id: 'over', title: 'over budget', ends: ['within', 'over a ceiling'], of: ({ over }) => (over ? 1 : 0) },
    { id: 'test', title: 'tests', ends: ['code', 'test'], of: ({ isTest }) => (isTest ? 1 : 0) },
  ];
  return all.filter(({ id, of }) => id === 'heat' || files.some((file) => (of(file) ?? 0) > 0));
}

/** Whoever wrote most lines of files, those with the most lines in such files first. */
function peopleOf(files: readonly PageFile[]): string[] {
  const lines = new Map<string, number>();
  for (const file of files) if (file.owner !== null) lines.set(file.owner, (lines.get(file.owner) ?? 0) + file.lines);
  return [...lines]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_PEOPLE)
    .map(([name]) => name);
}

/** The style of a square. A group has the colour of nobody: its files have theirs. */
export function paintOf(node: MapNode, mode: Mode): string {
  if (mode.people === undefined) return `--heat: ${Math.round(warmthOf(node, mode) * 100)}%`;
  const at = node.file?.owner ? mode.people.indexOf(node.file.owner) : -1;
  return at === -1 ? '--heat: 0%' : `fill: var(--c${at})`;
}

/** 0 to 1: how warm a square is; of a group the mean of its files, by lines. */
function warmthOf(node: MapNode, mode: Mode): number {
  if (mode.id === 'heat') return node.heat;
  if (node.file) return mode.of(node.file) ?? 0;
  const warmth = node.children.reduce((sum, child) => sum + warmthOf(child, mode) * child.lines, 0);
  return node.lines === 0 ? 0 : warmth / node.lines;
}
