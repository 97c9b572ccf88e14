import type { Tool } from '../tool.ts';
import { applyTool } from './apply.ts';
import { checkTool } from './check.ts';
import { compositionTool } from './composition.ts';
import { explainTool } from './explain.ts';
import { hotspotsTool } from './hotspots.ts';
import { outlineTool } from './outline.ts';
import { planTool } from './plan.ts';
import { receiptTool } from './receipt.ts';
import { undoTool } from './undo.ts';
import { verifyTool } from './verify.ts';

/** In the order of the list: as a split goes. */
export const TOOLS: readonly Tool[] = [
  hotspotsTool,
  outlineTool,
  compositionTool,
  planTool,
  applyTool,
  undoTool,
  receiptTool,
  verifyTool,
  checkTool,
  explainTool,
];
