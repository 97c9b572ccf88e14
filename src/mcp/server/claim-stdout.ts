import { Writable } from 'node:stream';

/**
 * Keeps stdout for protocol messages: from now on, whatever else this process prints there comes out on stderr.
 * @returns the stream of messages, and the function that gives stdout back
 */
export function claimStdout(): { readonly messages: Writable; readonly release: () => void } {
  const { stdout, stderr } = process;
  const write = stdout.write;
  const messages = new Writable({
    decodeStrings: false,
    write: (chunk, encoding, done) => {
      write.call(stdout, chunk, encoding, done);
    },
  });
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  return {
    messages,
    release: () => {
      stdout.write = write;
    },
  };
}
