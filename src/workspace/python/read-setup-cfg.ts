export interface SetupCfg {
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The first line that is neither section, setting, continuation nor comment; null if all are. */
  readonly brokenLine: number | null;
}

/** Reads what `configparser` reads: `[section]`, `key = value` or `key: value`, and indented lines that continue a value. */
export function readSetupCfg(text: string): SetupCfg {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | null = null;
  let key: string | null = null;
  let brokenLine: number | null = null;
  text.split(/\r?\n/).forEach((line, i) => {
    if (/^\s*(?:[#;].*)?$/.test(line)) return;
    const header = /^\[([^\]]+)\]/.exec(line);
    const setting = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
    if (header) {
      section = sections.get(header[1]!) ?? new Map<string, string>();
      sections.set(header[1]!, section);
      key = null;
    } else if (/^\s/.test(line) && section && key !== null) {
      section.set(key, `${section.get(key)}\n${line.trim()}`);
    } else if (setting && section) {
      key = setting[1]!.toLowerCase();
      section.set(key, setting[2]!);
    } else {
      brokenLine ??= i + 1;
    }
  });
  return { sections, brokenLine };
}
