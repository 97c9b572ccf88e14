import { dirname, relative } from 'node:path/posix';
import type { Origin } from './find-origin.ts';

export interface Printed {
  /** The file that imports. */
  readonly from: string;
  /** As the barrel was named: what it says of extensions is kept. */
  readonly specifier: string;
  readonly quote: string;
  readonly end: string;
  readonly isTypeOnly: boolean;
  readonly names: readonly { readonly local: string; readonly isType: boolean; readonly origin: Origin }[];
}

/** One import for each module, in the order in which their names stood. */
export function printImports(printed: Printed): string {
  const modules = [...new Set(printed.names.map(({ origin }) => origin.path))];
  return modules.map((path) => printImport(printed, path)).join('\n');
}

function printImport({ from, specifier, quote, end, isTypeOnly: areTypes, names }: Printed, path: string): string {
  const own = names.filter(({ origin }) => origin.path === path);
  const isTypeOnly = areTypes || own.every(({ isType }) => isType);
  const lead = leadOf(own, isTypeOnly);
  const listed = own.filter((name) => name !== lead).map((name) => shownName(name, isTypeOnly));
  const parts = [...(lead === null ? [] : [lead.local]), ...(listed.length === 0 ? [] : [`{ ${listed.join(', ')} }`])];
  const keyword = isTypeOnly ? 'import type' : 'import';
  return `${keyword} ${parts.join(', ')} from ${quote}${named(from, path, specifier)}${quote}${end}`;
}

type Name = Printed['names'][number];

/** The default export, where it can stand in front of the list: `import type a, { b }` is not allowed. */
function leadOf(names: readonly Name[], isTypeOnly: boolean): Name | null {
  const lead = names.find(({ origin }) => origin.name === 'default');
  if (lead === undefined || (lead.isType && !isTypeOnly) || (isTypeOnly && names.length > 1)) return null;
  return lead;
}

function shownName({ local, isType, origin }: Name, isTypeOnly: boolean): string {
  const name = origin.name === local ? local : `${origin.name} as ${local}`;
  return isType && !isTypeOnly ? `type ${name}` : name;
}

/** With an extension where the barrel had one, and then of the same kind. */
function named(from: string, path: string, specifier: string): string {
  const way = relative(dirname(from), path);
  const inside = way.startsWith('.') ? way : `./${way}`;
  const stem = inside.replace(/(?:\.d)?\.[mc]?[jt]sx?$/, '');
  const extension = /\.([mc]?[jt]sx?)$/.exec(specifier)?.[1];
  if (extension === undefined) return stem.replace(/\/index$/, '') || '.';
  if (/ts/.test(extension)) return inside;
  return inside.replace(/\.([mc]?)[jt]sx?$/, '.$1js');
}
