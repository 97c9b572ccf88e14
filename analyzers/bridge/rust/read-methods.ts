import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, textOf } from '../../../src/languages/syntax.ts';
import type { FileReader, ItemContext } from './item-context.ts';
import { attributeNamed, pythonAttributes } from './python-attributes.ts';
import { hasSelf, parametersOf, readFunction, typeText } from './read-function.ts';
import type { RustMethod } from './rust-file.ts';

/** A block of `#[pymethods]`; of any other block the functions that register. */
export function readMethods(reader: FileReader, context: ItemContext): void {
  const { syntax, found } = reader;
  const { item, python, where } = context;
  const type = textOf(syntax, childByField(syntax, item.node, 'type'))
    .replace(/\s+/g, '')
    .replace(/<.*$/s, '');
  const body = childByField(syntax, item.node, 'body');
  if (body === -1) return;
  const members = readItems(syntax, body).items;
  const held = attributeNamed(python, 'pymethods');
  for (const member of members) {
    if (member.kind !== 'fn') continue;
    const attributes = readAttributes(syntax, member.attributes);
    const inner = { ...where, line: reader.lineOf(member.node), cfg: [...where.cfg, ...cfgOf(attributes)] };
    const names = pythonAttributes(attributes);
    if (!held) readFunction(reader, { item: member, attributes, python: names, where: inner }, type);
  }
  if (!held) return;
  found.methods.push({
    ...where,
    cfg: [...where.cfg, ...(held.cfg ? [held.cfg] : [])],
    type,
    methods: members.flatMap((member): RustMethod[] => {
      if (member.kind !== 'fn' && member.kind !== 'const') return [];
      const attributes = readAttributes(syntax, member.attributes);
      const returns = childByField(syntax, member.node, 'return_type');
      return [
        {
          name: plainName(textOf(syntax, childByField(syntax, member.node, 'name'))),
          attributes: pythonAttributes(attributes),
          parameters: parametersOf(syntax, member.node),
          hasSelf: hasSelf(syntax, member.node),
          isConst: member.kind === 'const',
          returns: returns === -1 ? '' : typeText(syntax, returns),
          cfg: cfgOf(attributes),
          line: reader.lineOf(member.node),
        },
      ];
    }),
    strange: members.filter(({ kind }) => kind === 'macro-call').map(({ node }) => textOf(syntax, node).slice(0, 40)),
  });
}
