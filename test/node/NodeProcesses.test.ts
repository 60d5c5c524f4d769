import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { NodeProcesses } from '../../server/src/node/NodeProcesses.js';

suite('NodeProcesses', () => {
  const processes = new NodeProcesses();
  const self = processes.self();

  test('names this process in characters that fit a file name', () => {
    assert.equal(self.pid, process.pid);
    assert.match(self.host, /^[A-Za-z0-9.-]+$/u);
    assert.match(self.started, process.platform === 'linux' ? /^[0-9a-f]{8}-\d+$/u : /^$/u);
    assert.deepEqual(processes.self(), self);
  });

  test('knows who is alive', async () => {
    assert.equal(processes.isAlive(self), true);
    assert.equal(processes.isAlive({ ...self, host: 'elsewhere' }), undefined);
    assert.equal(processes.isAlive({ ...self, started: 'earlier' }), self.started === '');
    const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(child, 'exit');
    assert.ok(child.pid);
    assert.equal(processes.isAlive({ host: self.host, pid: child.pid, started: '' }), false);
  });
});
