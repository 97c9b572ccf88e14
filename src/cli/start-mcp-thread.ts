import type { Worker } from 'node:worker_threads';
import { startThread } from '../mcp/server/start-thread.ts';
import type { Io } from './io.ts';

/** A thread that runs command lines for the MCP server; its module stands beside this one. */
export const startMcpThread = (env: Io['env']): Worker => startThread('mcp-worker', import.meta.url, env);
