// `expect(x).toBe(true)` becomes `expect(x).toBeTruthy()`.
module.exports = (file, { jscodeshift: j }) => {
  const found = j(file.source).find(j.CallExpression, {
    callee: { type: 'MemberExpression', property: { name: 'toBe' } },
    arguments: (given) => given.length === 1 && given[0].value === true,
  });
  if (found.length === 0) return undefined;
  return found
    .replaceWith(({ node }) => j.callExpression(j.memberExpression(node.callee.object, j.identifier('toBeTruthy')), []))
    .toSource();
};
