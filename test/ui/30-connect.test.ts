import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Window } from './Window.js';
import { openWindow, services } from './world.js';

interface Written {
  readonly bindings: readonly { readonly name: string; readonly platform: { readonly subject: string } }[];
}

suite('connect, in an empty folder', () => {
  let window: Window;

  suiteSetup(async () => {
    window = await openWindow(services.bare);
  });

  test('the view explains itself and leads to Connect', async () => {
    await window.showView();
    await window.welcome.filter({ hasText: /in step with a Git repository/ }).waitFor();
    await window.screenshot('20-welcome');
    await window.welcome.getByRole('button', { name: 'Connect' }).click();
    await window.quickRows.filter({ hasText: 'Embedded platform' }).waitFor();
    await window.screenshot('21-connect');
  });

  test('step by step to a docbridge.json', async () => {
    await window.choose('Embedded platform');
    await window.fill(/Address of the platform/, services.platform.url);
    await window.fill(/Access token for/, services.platform.token);
    await window.quickRows.filter({ hasText: 'Kettle Lane handbook' }).waitFor();
    await window.screenshot('22-subject');
    await window.choose('Kettle Lane handbook');
    await window.fill(/Address of the Git repository/, services.repositories.empty);
    await window.fill(/Access token for/, services.git.token);
    await window.fill(/repository is empty/, 'main');
    await window.fill(/Folder of the repository/, 'docs');
    await window.choose(/^Both/);
    await window.row(/^Kettle Lane handbook/).waitFor();
    await window.statusSays(/\d+↑/);
    await window.screenshot('23-connected');
    const written = JSON.parse(readFileSync(join(services.bare, 'docbridge.json'), 'utf8')) as Written;
    assert.deepEqual(
      written.bindings.map(({ name, platform }) => [name, platform.subject]),
      [['kettle-lane-handbook', services.subjects.handbook]],
    );
  });
});
