import { EventEmitter } from 'node:events';
import { rowPatch } from './row-patch.ts';

export interface Terminal {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly rows: () => number;
}

const SYNC_BEGIN = '\u001B[?2026h';
const SYNC_END = '\u001B[?2026l';
const ENTER = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[2J';
const LEAVE = '\u001B[?7h\u001B[?25h\u001B[?1049l';
/** Frames that come closer than this are one: bursts of keys paint once. */
const COALESCE_MS = 12;

/**
 * The surface that ink paints on. In debug mode ink hands over whole frames and no cursor movements; only lines that differ from what stands
 * there are written, inside a synchronised update. Ink's own ways to write a full screen clear it, scrollback included, on every frame.
 */
export class Screen extends EventEmitter {
  readonly isTTY = true;
  private painted: string[] = [];
  /** The frame that ink laid out last; what its tokens stand for is looked up when it is painted. */
  private laidOut: readonly string[] | null = null;
  private timer: NodeJS.Timeout | null = null;
  private last = 0;
  private entered = false;
  private readonly terminal: Terminal;
  private readonly expand: (line: string) => string;

  /** @param expand puts the prepared rows into a line that ink laid out */
  constructor(terminal: Terminal, expand: (line: string) => string) {
    super();
    this.terminal = terminal;
    this.expand = expand;
  }

  get columns(): number {
    return this.terminal.columns();
  }

  get rows(): number {
    return this.terminal.rows();
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

  /** Takes a whole frame. The name and shape are what ink expects of a stream. */
  write(frame: string): boolean {
    this.laidOut = frame.split('\n');
    this.refresh();
    return true;
  }

  /** Paints the frame that stands once more: rows have changed, their places have not. */
  refresh(): void {
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

  resized(): void {
    this.repaint();
    this.emit('resize');
  }

  private paint(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.last = performance.now();
    if (!this.laidOut || !this.entered) return;
    const wanted = this.laidOut.map((line) => this.expand(line).trimEnd());
    const rows = Math.min(this.rows, Math.max(wanted.length, this.painted.length));
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
