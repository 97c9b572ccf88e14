/** One thing that the staging copy holds. Paths are relative to the workspace, with `/`. */
export type Wanted =
  | {
      readonly kind: 'copy';
      readonly path: string;
      readonly source: string;
      readonly mark: string;
      readonly mode: number;
    }
  | { readonly kind: 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array; readonly mode: number };
