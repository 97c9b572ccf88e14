/** What the engine needs to know of the outside; read once by the face. Plain data: it crosses to another thread. */
export interface SessionOptions {
  readonly root: string;
  /** ISO day, UTC. */
  readonly today: string;
  readonly env: Readonly<Record<string, string>>;
  /** `omni-refactor 0.1.0`. */
  readonly tool: string;
  readonly cacheDir: string | null;
  /** Threads that read files. */
  readonly workers: number;
}
