import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { annotateFunction } from './annotate-function.ts';
import { annotateVariable } from './annotate-variable.ts';
import { typeWriter } from './write-type.ts';

/** Types in comments become annotations, where nothing is evaluated by them that was not before. */
export const typeComments: ShippedCodemod = defineFileCodemod({
  id: 'python/type-comments',
  title: '`def f(a):  # type: (int) -> str` and `x = []  # type: List[int]` become annotations',
  params: {},
  languages: ['python'],
  change: (file) => {
    if (file.path.endsWith('.pyi')) return;
    const comments = file
      .findAll({ rule: { kind: 'comment', regex: '^#\\s*type:' } })
      .filter((comment) => !/^#\s*type:\s*ignore\b/.test(comment.text()));
    if (comments.length === 0) return;
    requirePython3(file);
    const write = typeWriter(file);
    const functions = file.findAll({ rule: { kind: 'function_definition' } });
    const known = new Set<number>();
    for (const node of functions) for (const used of annotateFunction(file, node, write)) known.add(used);
    for (const comment of comments) if (!known.has(comment.id())) annotateVariable(file, comment, write);
    if (write.needsFuture()) file.addImport({ module: '__future__', name: 'annotations' });
  },
});

/** A package that runs with Python 2 keeps its comments. */
function requirePython3(file: CodemodFile): void {
  for (const name of ['setup.py', 'setup.cfg', 'pyproject.toml']) {
    const text = file.read(name) ?? '';
    if (/Python :: 2|python_requires\s*=\s*['"]?\s*>=\s*2/.test(text))
      file.refuse(`${name} says that it runs with Python 2`);
  }
}
