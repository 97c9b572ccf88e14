import { Box, Text } from 'ink';
import { useMemo, useSyncExternalStore } from 'react';
import type { Row } from './paint/line.ts';
import { paintRow } from './paint/theme.ts';
import { type Frame, frameOf } from './panes/frame.ts';
import type { State } from './state/state.ts';

export interface Store {
  readonly get: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

interface AppProps {
  readonly store: Store;
  readonly colour: boolean;
}

/** Paints prepared rows, one text a pane: a node a row costs the layout more than everything else together. */
export function App({ store, colour }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const frame = useMemo(() => frameOf(state), [state]);
  return (
    <Box flexDirection="column">
      <Rows rows={[frame.header]} colour={colour} />
      <Body frame={frame} colour={colour} />
      <Rows rows={[frame.message, frame.hints]} colour={colour} />
    </Box>
  );
}

function Body({ frame, colour }: { readonly frame: Frame; readonly colour: boolean }) {
  const { list, main, portrait } = frame;
  if (!list || !main) return <Rows rows={list ?? main ?? []} colour={colour} />;
  if (portrait)
    return (
      <>
        <Rows rows={list} colour={colour} />
        <Rows rows={main} colour={colour} />
      </>
    );
  return (
    <Box>
      <Rows rows={list} colour={colour} />
      <Box flexShrink={0} width={1}>
        <Text>{list.map(() => '│').join('\n')}</Text>
      </Box>
      <Rows rows={main} colour={colour} />
    </Box>
  );
}

function Rows({ rows, colour }: { readonly rows: readonly Row[]; readonly colour: boolean }) {
  return (
    <Box flexShrink={0}>
      <Text>{rows.map((row) => paintRow(row, colour)).join('\n')}</Text>
    </Box>
  );
}
