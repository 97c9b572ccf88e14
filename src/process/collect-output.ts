export interface OutputCollector {
  add(chunk: Buffer): void;
  end(): { readonly bytes: Buffer; readonly truncated: boolean };
}

/** Keeps the last `cap` bytes of a stream: what a program says last is what explains its end. */
export function collectOutput(cap: number): OutputCollector {
  let chunks: Buffer[] = [];
  let size = 0;
  let truncated = false;
  return {
    add(chunk) {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= 2 * cap) return;
      chunks = [Buffer.concat(chunks).subarray(-cap)];
      size = cap;
      truncated = true;
    },
    end() {
      const bytes = Buffer.concat(chunks);
      return bytes.length > cap ? { bytes: bytes.subarray(bytes.length - cap), truncated: true } : { bytes, truncated };
    },
  };
}
