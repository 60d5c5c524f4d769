import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Window } from './Window.js';
import { openWindow, services } from './world.js';

suite('in Restricted Mode', () => {
  const folder = join(services.folder, 'restricted');
  const requests: string[] = [];
  let stranger: Server;
  let window: Window;

  suiteSetup(async () => {
    stranger = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const binding = {
      name: 'theirs',
      platform: { kind: 'embedded', url, subject: 'p' },
      repository: { url: `${url}/theirs.git`, branch: 'main', directory: 'docs' },
    };
    mkdirSync(join(folder, 'docs'), { recursive: true });
    writeFileSync(join(folder, 'docbridge.json'), JSON.stringify({ bindings: [binding] }));
    writeFileSync(join(folder, 'docs/page.md'), '---\ntags: 5\n---\n\nText\n');
    window = await openWindow(folder, { restricted: true });
  });

  suiteTeardown(() => {
    stranger.close();
  });

  test('files are checked, but nobody is contacted', async () => {
    await window.showView();
    await window.row(/Trust this workspace to see/).waitFor();
    await window.openFile('page.md');
    await window.squiggle.first().waitFor();
    await window.noToast();
    await window.screenshot('30-restricted');
    assert.deepEqual(requests, []);
  });
});
