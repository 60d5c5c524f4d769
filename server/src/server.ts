import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { NodeClock } from './node/NodeClock.js';
import { openEngine } from './node/openEngine.js';
import { NodeFolderReader } from './requests/diagnostics/NodeFolderReader.js';
import { nodeProbes } from './requests/nodeProbes.js';
import { serveConnection } from './requests/serveConnection.js';

// The language server's process. The transport (stdio or Node IPC) comes from the command line.
serveConnection(createConnection(ProposedFeatures.all), {
  openEngine,
  probes: nodeProbes,
  clock: new NodeClock(),
  reader: new NodeFolderReader(),
});
