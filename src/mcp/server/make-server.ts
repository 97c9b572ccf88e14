import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import { sanitize } from '../../report/sanitize.ts';
import { callTool, type Served } from './call-tool.ts';
import { listed } from './list-tools.ts';
import { TOOLS } from './tools/index.ts';

const BY_NAME = new Map(TOOLS.map((tool) => [tool.name, tool]));

const INSTRUCTIONS =
  'To divide a large file: `hotspots` finds it, `outline` shows its units, `plan` proposes parts, `apply` proves the plan and writes it ' +
  'by the id and hash of that answer, `undo` takes the receipt back. Answers hold a page of their lists: `page` says what was left out.';

/** A server of MCP for one connection, of whichever era. */
export function makeServer(version: string, served: Served): Server {
  const server = new Server(
    { name: 'omni-refactor', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler('tools/list', () => ({ tools: TOOLS.map(listed) }));
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) => {
    const tool = BY_NAME.get(params.name);
    if (tool === undefined)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool ${sanitize(params.name).slice(0, 100)}`,
      );
    const token = mcpReq._meta?.progressToken;
    let progress = 0;
    const onProgress = (message: string): void => {
      if (token === undefined || mcpReq.signal.aborted) return;
      progress += 1;
      const notification = { method: 'notifications/progress', params: { progressToken: token, progress, message } };
      // A connection that has gone hears nothing any more.
      mcpReq.notify(notification).catch(() => {});
    };
    return callTool(tool, params.arguments, served, { signal: mcpReq.signal, onProgress });
  });
  return server;
}
