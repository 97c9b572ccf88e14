import { canonicalPath, WRAPPERS } from './outside-types.ts';
import { parseType, type RustType } from './parse-type.ts';
import type { RustShapes, Standing } from './rust-context.ts';
import { outsidePath, type PlacedType, typesAt } from './rust-names.ts';
import { hasOption } from './serde-options.ts';

/**
 * Whether serde takes a missing key for a value of the type: of `Option` alone, also behind a `Box`, an alias or a transparent struct.
 * serde/src/private/de.rs, `missing_field`: every other type is asked for any value, which is the error.
 */
export function acceptsMissing(shapes: RustShapes, type: RustType, standing: Standing, depth = 0): boolean {
  if (type.kind !== 'path' || depth > 20) return false;
  const argument = type.segments.length === 1 ? standing.given.get(type.segments[0]!) : undefined;
  if (argument) return acceptsMissing(shapes, argument.type, { ...standing, ...argument }, depth + 1);
  const [own, more] = typesAt(shapes.names, standing.scope, type.segments);
  if (more) return false;
  if (own) return ownAcceptsMissing(shapes, own, standing, depth);
  const path = canonicalPath(outsidePath(shapes.names, standing.scope, type.segments));
  if (path === 'Option') return true;
  const [held] = type.arguments;
  return WRAPPERS.has(path) && held !== undefined && acceptsMissing(shapes, held, standing, depth + 1);
}

function ownAcceptsMissing(shapes: RustShapes, own: PlacedType, standing: Standing, depth: number): boolean {
  const inner = { ...standing, scope: own.scope, given: new Map() };
  if (own.kind === 'alias') return acceptsMissing(shapes, parseType(own.value ?? ''), inner, depth + 1);
  if (own.kind !== 'struct' || !hasOption(own, 'transparent')) return false;
  const [field] = own.fields.filter((one) => !hasOption(one, 'skip', 'skip_deserializing'));
  return field !== undefined && acceptsMissing(shapes, parseType(field.type), inner, depth + 1);
}
