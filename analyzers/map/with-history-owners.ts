import type { View } from '../../src/workspace/view.ts';
import { historyOwnerFinder } from '../churn/history-owners.ts';
import type { MapNode, WorkspaceMap } from './workspace-map.ts';

/**
 * A map whose nodes have an owner from history where CODEOWNERS and the configuration name nobody, if `[owners]` asks for it. It is no part
 * of the map itself: what checks keep between runs would then depend on history.
 */
export function withHistoryOwners(view: View, map: WorkspaceMap): WorkspaceMap {
  const ownerOf = historyOwnerFinder(view);
  const filesOf = (node: MapNode): string[] => {
    if (node.unit !== null || node.kind.endsWith('-module') || node.kind === 'native') return [node.path];
    const folder = node.path.slice(0, node.path.lastIndexOf('/') + 1);
    return view.files.flatMap(({ path }) => (path.startsWith(folder) ? [path] : []));
  };
  return {
    ...map,
    nodes: map.nodes.map((node) => (node.owner === null ? { ...node, owner: ownerOf(filesOf(node)) } : node)),
  };
}
