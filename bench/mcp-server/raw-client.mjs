// Starts a server and speaks lines with it, with the time of each.
import { spawn } from 'node:child_process';

/** Starts `command`; `first` resolves with the milliseconds from the start to the answer of the first request. */
export function startRaw(command, args, env = {}) {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  const waiting = new Map();
  let rest = '';
  let ids = 0;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop();
    for (const line of lines) waiting.get(JSON.parse(line).id)?.(line);
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const request = (method, params) =>
    new Promise((resolve) => {
      ids += 1;
      waiting.set(ids, resolve);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: ids, method, ...(params ? { params } : {}) })}\n`);
    });
  const initialize = async () => {
    const clientInfo = { name: 'bench', version: '1' };
    await request('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
    return performance.now() - began;
  };
  const end = async () => {
    const ending = performance.now();
    child.stdin.end();
    const exitCode = await exited;
    return { exitCode, ms: performance.now() - ending };
  };
  return { child, request, initialize, end };
}
