import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { moduleFile } from './module-file.ts';
import { nameOf } from './source.ts';

/** What is told the name of a module and only prints it, or loads or logs by it. */
const ONLY_NAMES =
  /(^|\.)(get_?[lL]ogger|getChild|log|debug|info|warn|warning|error|exception|print|repr|str|format|append|add|startswith|import_module|__import__|reload|namedtuple|NewType|type|get_type_hints|register_assert_rewrite|bind|deprecat\w*|hasattr|getattr|setattr|isinstance|get|pop)$/;
/** What is told a module by a string, and looks for files beside it or runs it. */
const LOOKS_BESIDE =
  'run_module|[A-Za-z]*Loader|Flask|Blueprint|Quart|Sanic|Bottle|Dash|resource_\\w+|files|open_text|open_binary|read_text|read_binary|is_resource|contents|get_data|translation';
const FRAMES = /\b(?:co_filename|f_globals|getframeinfo)\b|\bstack\(\)/;
/** The file of the module that a class says it is of. */
const CLASS_FILE =
  /(?:__module__\s*[\])]|\bgetmodule\s*\([^()]*\))\s*\.\s*__file__|\bget(?:source)?file\s*\(\s*(?:type\s*\(|self\b|cls\b)/;

/**
 * Where something is told a module by its name, or finds it by a frame, and may look for files beside it: `Flask(__name__)`,
 * `PackageLoader('pkg.core')`, `run_module('pkg.core')`, a helper that reads the file of its caller. As words with `path:line`; null where nothing is.
 */
export function handsName(view: View, path: string): string | null {
  return (
    ownHanding(view, path) ?? classReader(view, path, path) ?? othersNaming(view, path) ?? callersReader(view, path)
  );
}

function ownHanding(view: View, path: string): string | null {
  const syntax = view.syntax(path);
  if (!syntax.text.includes('__name__')) return null;
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'identifier' || textOf(syntax, node) !== '__name__') continue;
    const callee = calleeAround(syntax, node);
    if (callee === null || ONLY_NAMES.test(callee)) continue;
    const line = lineAt(lineStartsOf(syntax.text), syntax.start[node]!);
    return `${path}:${line} tells ${callee.split('\n')[0]} its name, which may look for files beside it`;
  }
  return null;
}

/** The call that a node is an argument of. */
function calleeAround(syntax: Syntax, node: number): string | null {
  const up = syntax.parent[node]!;
  const list = kindOf(syntax, up) === 'keyword_argument' ? syntax.parent[up]! : up;
  const call = kindOf(syntax, list) === 'argument_list' ? syntax.parent[list]! : -1;
  return call === -1 || kindOf(syntax, call) !== 'call' ? null : textOf(syntax, childByField(syntax, call, 'function'));
}

function othersNaming(view: View, path: string): string | null {
  const { dotted } = nameOf(view, path);
  const named = new RegExp(`\\b(?:${LOOKS_BESIDE})\\s*\\(\\s*(?:\\w+\\s*=\\s*)?(["'])${escaped(dotted)}\\1`);
  for (const file of view.files) {
    if (file.path === path || file.state !== 'text' || file.grammar !== 'python') continue;
    const text = view.text(file.path);
    const at = text.includes(dotted) ? named.exec(text)?.index : undefined;
    if (at !== undefined)
      return `${file.path}:${lineAt(lineStartsOf(text), at)} names it for something that looks for files, or runs it`;
  }
  return null;
}

/** A file that the module imports from, and that looks at the frames of who calls it. */
function callersReader(view: View, path: string): string | null {
  for (const one of modulesNamed(view, path)) {
    const file = moduleFile(view, one);
    if (file === null || file.path === path || view.file(file.path)?.state !== 'text') continue;
    const text = view.text(file.path);
    const at = FRAMES.exec(text)?.index;
    if (at !== undefined) return `${file.path}:${lineAt(lineStartsOf(text), at)} looks at the file of who calls it`;
    const asked = classReader(view, file.path, path);
    if (asked !== null) return asked;
  }
  return null;
}

function classReader(view: View, path: string, of: string): string | null {
  const text = view.text(path);
  const at = /\bclass\b/.test(view.text(of)) ? CLASS_FILE.exec(text)?.index : undefined;
  return at === undefined ? null : `${path}:${lineAt(lineStartsOf(text), at)} asks for the file of a class`;
}

/** What the imports of a file may name: a module, and what is imported from it, which may be one. */
function modulesNamed(view: View, path: string): string[] {
  const { package: home } = nameOf(view, path);
  const all = readImports(view.syntax(path)).flatMap(({ kind, level, module, names }) => {
    const own = names.map(({ name }) => name);
    if (kind !== 'from') return own;
    const base = absoluteModule(level, module, home) ?? '';
    return base === '' ? own : [base, ...own.map((name) => `${base}.${name}`)];
  });
  return [...new Set(all)].filter((one) => one !== '');
}
