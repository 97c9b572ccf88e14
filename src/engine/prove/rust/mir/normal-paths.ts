/**
 * Rewrites paths so that they do not say where an `impl` stands. rustc prints `m::Foo::<T>::get` for a method whose block stands in the
 * type's module and `m::c::<impl m::Foo<T>>::get` for one elsewhere; both become `m::Foo<T>::get`.
 */
export function foldImpls(text: string): string {
  let rest = text.replaceAll('::<', '<');
  for (let at = rest.indexOf('<impl '); at !== -1; at = rest.indexOf('<impl ', at + 1)) {
    const end = closing(rest, at);
    const path = modulePathBefore(rest, at);
    if (end === -1 || path === null || !/^>::(?!\{|promoted\b)/.test(rest.slice(end, end + 12))) continue;
    const inner = rest.slice(at + '<impl '.length, end);
    const cut = splitFor(inner);
    const folded = cut === -1 ? selfType(inner) : `<${inner.slice(cut + ' for '.length)} as ${inner.slice(0, cut)}>`;
    const start = at - path.length;
    rest = rest.slice(0, start) + folded + rest.slice(end + 1);
    at = start;
  }
  return rest;
}

/** The path that ends at `at` if it is a module's; `Foo<impl Fn()>::new` and `f<impl Fn()>(` have an unnamed type as their argument. */
function modulePathBefore(text: string, at: number): string | null {
  const path = /(?:\w+::)*\w*$/.exec(text.slice(Math.max(0, at - 300), at))![0];
  return /(?:^|::)[A-Z]\w*$/.test(path) ? null : path;
}

const selfType = (type: string): string => (/^[A-Za-z_]/.test(type) && !type.startsWith('dyn ') ? type : `<${type}>`);

/** Where the bracket at `open` is closed; arrows are no brackets. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const char = text[i];
    if (char === '<') depth++;
    else if (char === '>' && text[i - 1] !== '-' && text[i - 1] !== '=' && --depth === 0) return i;
  }
  return -1;
}

function splitFor(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '<' || char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']' || (char === '>' && text[i - 1] !== '-' && text[i - 1] !== '=')) depth--;
    else if (depth === 0 && text.startsWith(' for ', i) && !text.startsWith(' for<', i)) return i;
  }
  return -1;
}

/**
 * A function that reads over modules: `m::c::f` becomes `m::f` for the module `m::c`, in its own crate and where another target names
 * it. A function called like the module (`c::<T>(…)`), and what it holds (`c::{closure#0}`), are left alone.
 * @param crate the name of the package's library
 */
export function moduleFold(paths: readonly string[], crate: string | null): (text: string) => string {
  const folds = paths.map((path) => {
    const parent = path.split('::').slice(0, -1).join('::');
    const own = path.split('::').join('::(?:r#)?');
    const pattern = new RegExp(
      `(?<![\\w#])(?<!::)(${crate ? `${crate}::` : '(?!)'})?(?:r#)?${own}::(?!\\{|promoted\\b|<(?!impl ))`,
      'g',
    );
    const to = parent === '' ? '' : `${parent}::`;
    return (text: string): string => text.replace(pattern, (_, prefix: string | undefined) => `${prefix ?? ''}${to}`);
  });
  return (text) => folds.reduce((at, fold) => fold(at), text);
}
