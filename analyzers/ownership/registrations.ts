/** What can be registered, by the word that evidence names it with: `tool:search`. */
export const REGISTRATION_KINDS = ['tool', 'prompt', 'resource', 'handler', 'route', 'command'] as const;
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number];

/** A variable that something is registered on: where it is looked up. */
export interface On {
  readonly variable: string;
  /** Functions and classes around it, outermost first, joined by `.`; '' at the top. */
  readonly scope: string;
}

export interface Registration {
  readonly kind: RegistrationKind;
  /** `search`, `GET /jobs`, `list_tools`. */
  readonly name: string;
  readonly on: On;
  /** From 1. */
  readonly line: number;
  /** Offset of its end: two may begin at one line, and in a chain at one offset. */
  readonly end: number;
  /**
   * Branches around it, `12:0` for the first of the statement in line 12: two of one statement never run both. `12x0:0` and `12x0:1` are its
   * first branch, which leaves the function, and what follows.
   */
  readonly branches: readonly string[];
}

/** A variable that is given a registry: a server, an app, a router, a group of commands. */
export interface Maker extends On {
  /** Of a router: what its routes begin with. */
  readonly prefix: string;
  /** The prefix that it is mounted with takes the place of its own: Flask's blueprints. */
  readonly replaced: boolean;
  readonly line: number;
}

/** One registry within another: a router in an app. */
export interface Mount {
  readonly on: On;
  readonly mounted: On;
  readonly prefix: string;
}

/** A call that hands variables on: `register(server)`. `arguments` null where they are no plain names. */
export interface Pass {
  readonly callee: string;
  readonly scope: string;
  readonly arguments: readonly (string | null)[];
}

/** What a file registers, and how registries reach it. By content alone. */
export interface FileRegistrations {
  readonly registrations: readonly Registration[];
  readonly makers: readonly Maker[];
  readonly mounts: readonly Mount[];
  readonly passes: readonly Pass[];
  /** Functions by their scope with the names of their parameters. */
  readonly functions: readonly { readonly scope: string; readonly parameters: readonly string[] }[];
  /** Of JavaScript: local name -> module as written, and the name there. */
  readonly imports: readonly { readonly local: string; readonly from: string; readonly name: string }[];
}

export type Draft = { -readonly [Key in keyof FileRegistrations]: FileRegistrations[Key][number][] };

export const emptyDraft = (): Draft => ({
  registrations: [],
  makers: [],
  mounts: [],
  passes: [],
  functions: [],
  imports: [],
});

/**
 * Parameters of a path are one, whatever they are called: `/jobs/{id}` is `/jobs/{}`. What limits one stays: `{id:int}` is `{:int}`, and
 * Flask's `<int:id>` too; `string` is what Flask takes where nothing is said.
 */
export const plainPath = (path: string): string => {
  const plain = path
    .replace(/\{(\*?)[^}:]*(:[^}]*)?\}/g, '{$1$2}')
    .replace(/<(?:string:)?[^:>]*>/g, '{}')
    .replace(/<([^>]*):[^:>]*>/g, '{:$1}')
    .replace(/\/{2,}/g, '/');
  return plain.startsWith('/') || plain === '' ? plain : `/${plain}`;
};
