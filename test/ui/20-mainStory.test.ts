import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { GitAccess } from '../support/vscode/GitAccess.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import type { Window } from './Window.js';
import { openWindow, services } from './world.js';

/** The main story, in order: each test goes on where the one before it ended. */
suite('the main story', () => {
  const platform = new PlatformAccess(services);
  const git = new GitAccess(services, 'handbook');
  const project = services.subjects.handbook;
  let window: Window;

  suiteSetup(async () => {
    window = await openWindow(services.checkout);
    await window.status.waitFor();
  });

  test('without a credential the status bar offers to sign in', async () => {
    await window.statusSays(/Sign in/);
    assert.match(await window.statusLabel(), /not connected/);
    await window.noToast();
    await window.screenshot('01-not-connected');
  });

  test('the menu of the status bar leads to signing in; a wrong token is refused in words', async () => {
    await window.statusButton.click();
    await window.quickRows.filter({ hasText: 'Sign In…' }).waitFor();
    await window.screenshot('02-menu');
    await window.choose('Sign In…');
    await window.fill(/Access token for/, 'wrong-token');
    // The platform refuses it, and since a person is here they are asked again.
    await window.page
      .locator('.quick-input-message')
      .filter({ hasText: /refused the token/ })
      .waitFor();
    await window.screenshot('03-token-refused');
    await window.page.keyboard.press('Escape');
    await window.toast.filter({ hasText: /refused the sign-in/ }).waitFor();
    await window.screenshot('04-wrong-token');
  });

  test('the button of that message takes the right token', async () => {
    await window.dismissToast(/refused the sign-in/, 'Sign In');
    await window.fill(/Access token for/, services.platform.token);
    await window.fill(new RegExp(`Access token for ${services.git.origin}`), services.git.token);
    await window.statusSays(/↑|Not synced yet/);
    await window.screenshot('05-signed-in');
  });

  test('the tree shows folders, documents and apps in the platform’s order', async () => {
    await window.showView();
    await window.row(/^handbook/).waitFor();
    await window.row(/not in Git yet/).waitFor();
    await window.screenshot('06-tree');
  });

  test('a document opens as Markdown, is edited and saved', async () => {
    await platform.create(project, 'Opening hours', 'Monday to Friday.');
    await window.command('Refresh');
    await window.row(/^Opening hours/).click();
    await window.activeTab('Opening hours.md');
    await window.editorShows('Monday to Friday.');
    await window.focusEditor();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.type('\nOn **Sundays** too.\n');
    await window.screenshot('07-edited');
    await window.save();
    assert.match(await platform.text(project, 'Opening hours'), /On Sundays too\./);
    await window.screenshot('07-saved');
  });

  test('a page of the handbook beside the tree', async () => {
    for (const [folder, page] of [
      [/^Roastery/, /^Reading the curve/],
      [/^Green coffee/, /^Buying policy/],
    ] as const) {
      await window.row(folder).click();
      await window.row(page).waitFor();
    }
    await window.row(/^Opening the roastery/).click();
    await window.activeTab('Opening the roastery.md');
    await window.editorShows('title: Opening the roastery');
    await window.coloured();
    await window.screenshot('08-overview');
  });

  test('Export to Git, from the palette, asks once and makes a commit', async () => {
    await window.command('Export to Git');
    await window.choose('handbook');
    await window.dialog.waitFor();
    await window.screenshot('09-first-write');
    await window.confirm(/Write to/, 'Write');
    await window.statusSays(/In sync|Not synced|Sign in/);
    const files = await git.files();
    assert.ok(files.some((file) => /opening hours\.md$/i.test(file)));
    await window.noToast();
    await window.closeEditors();
    await window.screenshot('10-exported');
  });

  test('a conflict is shown with both versions and resolved from the tree', async () => {
    const file = (await git.files()).find((each) => /opening hours\.md$/i.test(each));
    assert.ok(file);
    await git.change(file, (text) => text.replace('Monday to Friday.', 'Monday to Saturday.'));
    await platform.rewrite(project, 'Opening hours', 'Monday to Thursday.', 'On Sundays too.');
    await window.command('Sync');
    await window.choose('handbook');
    await window.confirm(/Write to/, 'Write');
    await window.statusSays(/1 conflict/);
    await window.toast.filter({ hasText: /changed on both sides/ }).waitFor();
    await window.row(/^Conflicts/).waitFor();
    await window.screenshot('11-conflict');
    await window.dismissToast(/changed on both sides/);
    await window.row(/Opening hours, conflict in handbook/).click();
    await window.diffEditor.waitFor();
    await window.screenshot('12-both-sides');
    await window.command('Resolve Conflict…');
    await window.quickRows.filter({ hasText: 'Keep platform' }).waitFor();
    await window.screenshot('13-resolve');
    await window.choose('Keep platform');
    await window.statusSays(/In sync/);
    assert.match(await git.read(file), /Monday to Thursday\./);
    await window.closeEditors();
  });

  test('a stale save is said once, overwrites nothing and can be compared', async () => {
    await window.row(/^Opening hours/).click();
    await window.activeTab('Opening hours.md');
    await window.focusEditor();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.type('\nMine.\n');
    await platform.rewrite(project, 'Opening hours', 'Theirs.');
    await window.page.keyboard.press('Control+S');
    await window.toast.filter({ hasText: /Nothing was overwritten; your text is still here/ }).waitFor();
    await window.screenshot('15-stale-save');
    assert.equal(await platform.text(project, 'Opening hours'), 'Theirs.');
    await window.dismissToast(/your text is still here/, 'Compare');
    await window.diffEditor.waitFor();
    await window.screenshot('16-stale-compare');
    await window.clearToasts();
    await window.revertAndClose();
  });

  test('a mistake in the front matter of a checkout gets a squiggle', async () => {
    execFileSync('git', ['-C', services.checkout, 'pull', '--quiet', git.folder, 'main']);
    await window.openFile('Opening hours.md');
    await window.focusEditor();
    await window.page.keyboard.type('---\ntags: 5\ndraft: perhaps\n---\n');
    await window.squiggle.first().waitFor();
    await window.screenshot('17-front-matter');
    await window.page.keyboard.press('Control+Shift+M');
    await window.row(/draft/).waitFor();
    await window.screenshot('18-problems');
  });
});
