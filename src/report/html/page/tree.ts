import type { PageData, PageFile } from './data.ts';

/** A crate, a folder, a file or a function: what a cell of the map stands for. */
export interface MapNode {
  readonly name: string;
  readonly kind: 'all' | 'crate' | 'folder' | 'file' | 'function';
  readonly lines: number;
  /** 0 to 1: how hot it is beside the hottest of its kind; of a group the mean, by lines. */
  readonly heat: number;
  /** What the heat is of, in words. */
  readonly why: string;
  readonly file: PageFile | null;
  /** 1-based, of a function. */
  readonly line: number | null;
  readonly parent: MapNode | null;
  /** The largest first. */
  readonly children: readonly MapNode[];
  /** Changes a month, of all files below. */
  readonly trend: readonly number[];
}

interface Scale {
  readonly score: number;
  readonly cognitive: number;
}

/** The whole, down to functions. A folder that holds nothing but one folder is one with it. */
export function buildTree({ name, files }: PageData): MapNode {
  const scale: Scale = {
    score: Math.max(1, ...files.map(({ score }) => score)),
    cognitive: files.reduce((most, { functions }) => functions.reduce((m, one) => Math.max(m, one[3]), most), 1),
  };
  const crates = new Map<string, PageFile[]>();
  for (const file of files) {
    const key = `${file.crate}\0${file.dir}`;
    const children = crates.get(key);
    if (children) children.push(file);
    else crates.set(key, [file]);
  }
  const inCrates = [...crates].map(([key, children]) => {
    const [crate = '', dir = ''] = key.split('\0');
    return (parent: MapNode) =>
      folderNode({ kind: 'crate', name: crate, files: children, skip: dir === '' ? 0 : dir.length + 1 }, parent, scale);
  });
  return groupNode('all', name, files, null, inCrates);
}

type Make = (parent: MapNode) => MapNode;

/** A folder before it is a node: `skip` characters of its files' paths lead to it. */
interface Folder {
  readonly kind: 'crate' | 'folder';
  readonly name: string;
  readonly files: readonly PageFile[];
  readonly skip: number;
}

function folderNode({ kind, name, files, skip }: Folder, parent: MapNode, scale: Scale): MapNode {
  const folders = new Map<string, PageFile[]>();
  const makes: Make[] = [];
  for (const file of files) {
    const slash = file.path.indexOf('/', skip);
    if (slash === -1) makes.push((owner) => fileNode(file, file.path.slice(skip), owner, scale));
    else {
      const folder = file.path.slice(skip, slash);
      const children = folders.get(folder);
      if (children) children.push(file);
      else folders.set(folder, [file]);
    }
  }
  const [only] = folders;
  if (only && folders.size === 1 && makes.length === 0) {
    const [folder, children] = only;
    const joined = kind === 'crate' ? name : `${name}/${folder}`;
    return folderNode({ kind, name: joined, files: children, skip: skip + folder.length + 1 }, parent, scale);
  }
  for (const [folder, children] of folders)
    makes.push((owner) =>
      folderNode({ kind: 'folder', name: folder, files: children, skip: skip + folder.length + 1 }, owner, scale),
    );
  return groupNode(kind, name, files, parent, makes);
}

function groupNode(
  kind: MapNode['kind'],
  name: string,
  files: readonly PageFile[],
  parent: MapNode | null,
  makes: readonly Make[],
): MapNode {
  const hottest = files.reduce((most, file) => (file.score > most.score ? file : most), files[0]!);
  const children: MapNode[] = [];
  const trend = files.reduce<number[]>((sum, file) => file.trend.map((count, i) => count + (sum[i] ?? 0)), []);
  const node = {
    name,
    kind,
    lines: files.reduce((sum, { lines }) => sum + lines, 0),
    why: `${files.length} files, the hottest ${hottest.path} with ${hottest.score.toFixed(1)}`,
    file: null,
    line: null,
    parent,
    children,
    trend,
  };
  const whole: MapNode = { ...node, heat: 0 };
  children.push(...makes.map((make) => make(whole)));
  children.sort((a, b) => b.lines - a.lines || (a.name < b.name ? -1 : 1));
  const warmth = children.reduce((sum, { heat, lines }) => sum + heat * lines, 0);
  return Object.assign(whole, { heat: node.lines === 0 ? 0 : warmth / node.lines });
}

function fileNode(file: PageFile, name: string, parent: MapNode, scale: Scale): MapNode {
  const children: MapNode[] = [];
  const node: MapNode = {
    name,
    kind: 'file',
    lines: file.lines,
    heat: Math.sqrt(file.score / scale.score),
    why: `score ${file.score.toFixed(1)}, rank ${file.rank}`,
    file,
    line: null,
    parent,
    children,
    trend: file.trend,
  };
  for (const [symbol, line, lines, cognitive, revisions] of file.functions)
    children.push({
      name: symbol,
      kind: 'function',
      lines,
      heat: Math.sqrt(cognitive / scale.cognitive),
      why: `cognitive complexity ${cognitive}${revisions < 0 ? '' : `, ${revisions} revisions`}`,
      file,
      line,
      parent: node,
      children: [],
      trend: [],
    });
  children.sort((a, b) => b.lines - a.lines || (a.name < b.name ? -1 : 1));
  return node;
}
