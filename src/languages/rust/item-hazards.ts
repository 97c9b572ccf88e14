import { byText } from '../../core/compare.ts';
import type { Hazard } from '../../core/unit.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { type Attribute, readAttributes } from './attributes.ts';
import { isBuiltinAttribute } from './builtin-attributes.ts';
import { innerItem } from './definitions.ts';
import { type RustHazard, rustHazard } from './hazards.ts';
import type { Item } from './read-items.ts';
import { readUseTree } from './use-tree.ts';

/** What makes it unsafe to move an item, by the hazard list; sorted by place. */
export function itemHazards(syntax: Syntax, item: Item): Hazard[] {
  const node = innerItem(syntax, item.node);
  const attributes = readAttributes(syntax, item.attributes);
  const hazards = [...attributeHazards(item, attributes, syntax, node), ...macroHazards(syntax, item)];
  const whole = (id: RustHazard, detail?: string) => hazards.push(rustHazard(id, item.bodyStart, item.bodyEnd, detail));
  if (item.kind === 'mod') whole('R18');
  if (item.kind === 'macro') whole('R24');
  if (item.kind === 'extern-crate') whole('R27', '`extern crate`');
  if (item.kind === 'macro-call') whole(isIncludeCall(syntax, node) ? 'R48' : 'R25');
  if (item.kind === 'use' && readUseTree(syntax, node).some((leaf) => leaf.glob)) whole('R9');
  if (item.kind === 'fn' && textOf(syntax, childByField(syntax, node, 'name')) === 'main') whole('R28', '`main`');
  return hazards.sort((a, b) => a.start - b.start || byText(a.id, b.id));
}

/** True for `include!(…)`, also by its full path. */
export const isIncludeCall = (syntax: Syntax, node: Node): boolean => {
  const macro = childByField(syntax, node, 'macro');
  return macro !== -1 && /^(?:(?:::)?(?:std|core)::)?include$/.test(textOf(syntax, macro).replace(/\s/g, ''));
};

const TEST =
  /(^|::)(test|bench|rstest|test_case|quickcheck|proptest|parameterized|wasm_bindgen_test|test_log|traced_test)$/;
const PYO3 = /^(?:pyo3::)?(pyfunction|pyclass|pymethods|pymodule|pyproto)$/;
const ORDERED = new Set([
  'ctor',
  'dtor',
  'link_section',
  'distributed_slice',
  'linkme::distributed_slice',
  'ctor::ctor',
  'ctor::dtor',
]);

function attributeHazards(item: Item, attributes: readonly Attribute[], syntax: Syntax, node: Node): Hazard[] {
  const hazards: Hazard[] = [];
  const derives = attributes.findIndex(({ path }) => path === 'derive');
  const isModule = item.kind === 'mod' && childByField(syntax, node, 'body') !== -1;
  attributes.forEach(({ path, text, start, end }, i) => {
    const name = `\`#[${path}]\``;
    if (path === 'deprecated') hazards.push(rustHazard('R21', start, end));
    else if (path === 'macro_use') hazards.push(rustHazard('R27', start, end, name));
    else if (path.startsWith('proc_macro')) hazards.push(rustHazard('R28', start, end, name));
    else if (TEST.test(path)) hazards.push(rustHazard('R30', start, end));
    else if (PYO3.test(path)) hazards.push(rustHazard('R39', start, end, name));
    else if (ORDERED.has(path)) hazards.push(rustHazard('R41', start, end, name));
    else if (path === 'cfg_attr' && /\bderive\b/.test(text)) return;
    else if (path === '' || isBuiltinAttribute(path) || HELPERS.test(path)) return;
    else if (isModule) hazards.push(rustHazard('R26', start, end, name));
    // Behind a derive it is nearly always that derive's own helper, which makes nothing.
    else if (derives === -1 || i < derives) hazards.push(rustHazard('R40', start, end, name));
  });
  return [...hazards, ...conditionalHazards(attributes)];
}

const conditionalHazards = (attributes: readonly Attribute[]): Hazard[] =>
  attributes.flatMap(({ path, text, start, end }) => {
    const id = path === 'cfg_attr' ? heldUnder(text) : null;
    return id === null ? [] : [rustHazard(id, start, end, id === 'R41' ? '`#[cfg_attr]`' : undefined)];
  });

/** What the attributes that a `cfg_attr` gives would be by themselves, those in another one among them. */
function heldUnder(text: string): 'R41' | 'R30' | null {
  const paths = [...text.matchAll(/,\s*(?:unsafe\s*\(\s*)?([\w:]+)/g)].map(([, path]) => path!);
  if (paths.some((path) => ORDERED.has(path))) return 'R41';
  return paths.some((path) => TEST.test(path)) ? 'R30' : null;
}

// Inert attributes that common derives read; written before the derive by some.
const HELPERS =
  /^(serde|serde_with|error|clap|command|arg|structopt|diesel|sqlx|builder|strum|prost|from|into|display|validate|pyo3|allow_|schemars|garde|educe|derivative|darling|zeroize|multiversion|snafu|backtrace|source|default)$/;

const PLACE_MACROS = new Set(['module_path', 'file', 'line', 'column']);
const FILE_MACROS = new Set(['include_str', 'include_bytes', 'include']);
const SNAPSHOTS = /^assert_(?:\w+_)?snapshot$/;
const ASSEMBLY = new Set(['global_asm']);

/** Macro calls anywhere inside, also in the arguments of other macros and in attributes (`#[doc = include_str!("x")]`). */
function macroHazards(syntax: Syntax, item: Item): Hazard[] {
  const hazards: Hazard[] = [];
  for (let node = item.firstNode; node < item.afterNode; node++) {
    if (syntax.text[syntax.end[node]!] !== '!' || kindOf(syntax, node) !== 'identifier') continue;
    const name = textOf(syntax, node);
    const start = syntax.start[node]!;
    const end = syntax.end[node]! + 1;
    if (PLACE_MACROS.has(name)) hazards.push(rustHazard('R42', start, end, `\`${name}!\``));
    else if (SNAPSHOTS.test(name)) hazards.push(rustHazard('R43', start, end));
    else if (ASSEMBLY.has(name)) hazards.push(rustHazard('R41', start, end, `\`${name}!\``));
    else if (FILE_MACROS.has(name) && hasRelativeLiteral(syntax, node))
      hazards.push(rustHazard('R37', start, end, `\`${name}!\``));
  }
  return hazards;
}

// `include_str!("x.md")`; a path made by `concat!(env!("CARGO_MANIFEST_DIR"), ..)` or `env!("OUT_DIR")` is absolute.
function hasRelativeLiteral(syntax: Syntax, macro: Node): boolean {
  const rest = syntax.text.slice(syntax.end[macro]! + 1, syntax.end[macro]! + 400);
  return !/^\s*[([{]\s*(?:(?:std|core)::)?(?:concat\s*!\s*[([{]\s*)?env\s*!/.test(rest);
}

/** Hazards of the file as a whole: crate-level attributes. */
export function fileHazards(syntax: Syntax): Hazard[] {
  const hazards: Hazard[] = [];
  for (let node = 1; node < syntax.size; node = syntax.after[node]!) {
    if (kindOf(syntax, node) !== 'inner_attribute_item') continue;
    const attribute = childByKind(syntax, node, 'attribute');
    const path = attribute === -1 ? '' : (/^[\w:]*/.exec(textOf(syntax, attribute))?.[0] ?? '');
    const start = syntax.start[node]!;
    const end = syntax.end[node]!;
    if (path === 'no_std' || path === 'no_core') hazards.push(rustHazard('R16', start, end));
    if (CRATE_ONLY.has(path)) hazards.push(rustHazard('R27', start, end, `\`#![${path}]\``));
  }
  return hazards;
}

const CRATE_ONLY = new Set(
  'feature no_std no_core no_main crate_type crate_name recursion_limit type_length_limit no_implicit_prelude macro_use no_builtins windows_subsystem'.split(
    ' ',
  ),
);
