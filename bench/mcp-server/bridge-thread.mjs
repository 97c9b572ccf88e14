import { parentPort, workerData } from 'node:worker_threads';
import { startBridge } from './bridge.mjs';

const { packages, command, args } = workerData;
const bridge = await startBridge(packages, command, args);
parentPort.postMessage(bridge.url);
parentPort.once('message', async () => {
  await bridge.close();
  parentPort.close();
});
