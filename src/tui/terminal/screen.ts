import { rowPatch } from './row-patch.ts';

export interface Terminal {
  readonly write: (text: string) => void;
  readonly rows: () => number;
}

const SYNC_BEGIN = '\u001B[?2026h';
const SYNC_END = '\u001B[?2026l';
const ENTER = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[2J';
const LEAVE = '\u001B[?7h\u001B[?25h\u001B[?1049l';
/** Frames that come closer than this are one: bursts of keys paint once. */
const COALESCE_MS = 12;

/**
 * The surface that frames are painted on: only what differs from what stands there is written, inside a synchronised update. Nothing clears
 * the scrollback.
 */
export class Screen {
  private painted: string[] = [];
  private wanted: readonly string[] | null = null;
  private timer: NodeJS.Timeout | null = null;
  private last = 0;
  private entered = false;
  private readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** @param painted lines that stand on the alternate screen already: the first frame */
  enter(painted: readonly string[] | null = null): void {
    if (this.entered) return;
    this.entered = true;
    this.painted = painted === null ? [] : [...painted];
    if (painted === null) this.terminal.write(ENTER);
  }

  /** Gives the terminal back as it was. A frame that waits is dropped: it would be painted over the shell. */
  leave(): void {
    if (!this.entered) return;
    this.entered = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.terminal.write(LEAVE);
  }

  /** Paints a whole frame, its lines from the top, at once or as soon as the last one is old enough. */
  show(lines: readonly string[]): void {
    this.wanted = lines;
    if (!this.entered || this.timer) return;
    const wait = COALESCE_MS - (performance.now() - this.last);
    if (wait <= 0) this.paint();
    else this.timer = setTimeout(() => this.paint(), wait);
  }

  /** Forgets what it painted: after a resize, or when something else wrote to the terminal. */
  repaint(): void {
    if (!this.entered) return;
    this.painted = [];
    this.terminal.write('\u001B[2J');
  }

  private paint(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.last = performance.now();
    if (!this.wanted || !this.entered) return;
    const wanted = this.wanted.map((line) => line.trimEnd());
    const rows = Math.min(this.terminal.rows(), Math.max(wanted.length, this.painted.length));
    let out = '';
    for (let row = 0; row < rows; row++) {
      const line = wanted[row] ?? '';
      const before = this.painted[row] ?? '';
      if (before !== line) out += rowPatch(before, line, row + 1);
    }
    this.painted = wanted;
    if (out !== '') this.terminal.write(`${SYNC_BEGIN}${out}${SYNC_END}`);
  }
}
