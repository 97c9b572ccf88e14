import type { McpSurface } from '../../engine/mcp/probe/drift/surface-schema.ts';
import { reportJson } from '../report-json.ts';
import type { McpProbeReport } from './schema.ts';

/** As `schemas/mcp-probe.schema.json` says. Ends with a newline. */
export const mcpProbeToJson = (report: McpProbeReport): string => reportJson(report);

/** As `schemas/mcp-surface.schema.json` says: a file that is read again. Ends with a newline. */
export const mcpSurfaceToJson = (surface: McpSurface): string => reportJson(surface);
