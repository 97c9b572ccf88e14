import type { Part } from '../../answers/answers.ts';

/** The name of the plugin's module. */
export const SHARE = 'omni_refactor_share';

/**
 * A plugin of pytest that keeps a share of the tests, by the names of their functions: those of one function stay together, since the values
 * in their ids may be others in each run, and so do tests that the report gives one name. Other plugins have chosen before it.
 */
export const shareScript = ({ shard, of }: Part): string => `import hashlib

import pytest


def in_share(node_id):
    path, _, name = node_id.split("[", 1)[0].partition("::")
    known = (path[:-3] if path.endswith(".py") else path).replace("/", ".") + "." + name.replace("::", ".")
    return int(hashlib.sha256(known.encode()).hexdigest()[:12], 16) % ${of} == ${shard - 1}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    kept = [item for item in items if in_share(item.nodeid)]
    left = [item for item in items if not in_share(item.nodeid)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept
`;
