interface BabelNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const node = (value: unknown): BabelNode => value as BabelNode;
const list = (value: unknown): BabelNode[] => ((value as (BabelNode | null)[]) ?? []).filter((item) => item !== null);

/** Names that a top-level statement declares in the module's scope, as @babel/parser tells them, in source order. */
export function namesOfStatement(value: unknown): string[] {
  const statement = node(value);
  switch (statement.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration ? namesOfStatement(statement.declaration) : [];
    case 'ImportDeclaration':
      return list(statement.specifiers).map((specifier) => String(node(specifier.local).name));
    case 'TSImportEqualsDeclaration':
      return [String(node(statement.id).name)];
    case 'VariableDeclaration':
      return list(statement.declarations).flatMap((declarator) => namesOfPattern(node(declarator.id)));
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      return statement.id ? [String(node(statement.id).name)] : [];
    case 'TSModuleDeclaration':
      return statement.global ? [] : namesOfModule(node(statement.id));
    default:
      return nestedVars(statement);
  }
}

function namesOfModule(id: BabelNode): string[] {
  if (id.type === 'TSQualifiedName') return namesOfModule(node(id.left));
  return id.type === 'Identifier' ? [String(id.name)] : [];
}

function namesOfPattern(pattern: BabelNode): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ObjectPattern':
      return list(pattern.properties).flatMap((property) =>
        namesOfPattern(node(property.type === 'RestElement' ? property.argument : property.value)),
      );
    case 'ArrayPattern':
      return list(pattern.elements).flatMap(namesOfPattern);
    case 'AssignmentPattern':
      return namesOfPattern(node(pattern.left));
    case 'RestElement':
      return namesOfPattern(node(pattern.argument));
    default:
      return [];
  }
}

/** `var` inside blocks of a statement belongs to the module. */
function nestedVars(statement: BabelNode): string[] {
  const names: string[] = [];
  const todo: unknown[] = [statement];
  while (todo.length > 0) {
    const value = todo.pop();
    if (Array.isArray(value)) todo.push(...[...value].reverse());
    if (Array.isArray(value) || typeof value !== 'object' || value === null) continue;
    const { type } = node(value);
    if (type === undefined || /Function|^Class|Method|^TS/.test(type)) continue;
    if (type === 'VariableDeclaration' && node(value).kind === 'var') names.push(...namesOfStatement(value));
    const children = Object.entries(value).filter(
      ([key]) => !/^(loc|tokens|comments|leadingComments|trailingComments|extra|original)$/.test(key),
    );
    todo.push(...children.map(([, child]) => child).reverse());
  }
  return names;
}
