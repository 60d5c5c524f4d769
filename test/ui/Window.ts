import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const screenshots = resolve(import.meta.dirname, '../../screenshots');

/** The window of VS Code. Every selector of the UI tests is in this file; class names are those of VS Code 1.139. */
export class Window {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The item of our extension in the status bar. */
  get status(): Locator {
    return this.page.locator('[id="docbridge.docbridge.docbridge.status"]');
  }

  get statusButton(): Locator {
    return this.status.getByRole('button');
  }

  get activity(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: /^Docbridge/ });
  }

  get badge(): Locator {
    return this.activity.locator('.badge-content');
  }

  get toast(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  get quickInput(): Locator {
    return this.page.locator(
      '.quick-input-widget input[type=text], .quick-input-widget input[type=password]',
    );
  }

  get quickRows(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  get activeEditor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  get squiggle(): Locator {
    return this.page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning');
  }

  get welcome(): Locator {
    return this.page.locator('.welcome-view-content');
  }

  get diffEditor(): Locator {
    return this.page.locator('.monaco-diff-editor');
  }

  row(name: RegExp): Locator {
    return this.page.getByRole('treeitem', { name }).first();
  }

  /** Waits until the workbench is there. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.activity.waitFor();
  }

  /** Waits until the status bar item says something that matches. */
  async statusSays(text: RegExp): Promise<void> {
    await this.status.filter({ hasText: text }).waitFor();
  }

  async statusLabel(): Promise<string> {
    return (await this.statusButton.getAttribute('aria-label')) ?? '';
  }

  /** Opens our view; a click on the tab of the open view would hide it. */
  async showView(): Promise<void> {
    if ((await this.activity.getAttribute('aria-selected')) !== 'true') await this.activity.click();
    await this.page
      .getByRole('tree', { name: /Synced Content/ })
      .or(this.welcome)
      .first()
      .waitFor();
  }

  /** Runs a command of ours from the palette. */
  async command(title: string): Promise<void> {
    await this.palette(`Docbridge: ${title}`);
  }

  async palette(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.fill(`>${title}`);
    const name = this.page.getByText(title, { exact: true });
    await this.quickRows.filter({ has: name }).first().click();
  }

  /** Chooses a row of the open quick pick. */
  async choose(text: string | RegExp): Promise<void> {
    await this.quickRows.filter({ hasText: text }).first().click();
  }

  /** Fills the open input box in. */
  async fill(prompt: RegExp, value: string): Promise<void> {
    await this.page.locator('.quick-input-widget .quick-input-message').filter({ hasText: prompt }).waitFor();
    await this.quickInput.fill(value);
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the workspace by Quick Open. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.quickInput.fill(name);
    await this.choose(name);
    await this.activeTab(name);
  }

  async activeTab(name: string): Promise<void> {
    await this.page.locator(`[role=tab][aria-selected=true][data-resource-name="${name}"]`).waitFor();
  }

  /** Waits until the active editor shows a text; spaces on the screen are no-break spaces. */
  async editorShows(text: string): Promise<void> {
    const pattern = new RegExp(text.replace(/[^\w ]/g, '\\$&').replaceAll(' ', '\\s'));
    await this.activeEditor.locator('.view-lines').filter({ hasText: pattern }).waitFor();
  }

  /** Waits until the active editor has its colours. */
  async coloured(): Promise<void> {
    await this.activeEditor.locator('.view-line .mtkb').first().waitFor();
  }

  /** Puts the cursor at the start of the active editor. */
  async focusEditor(): Promise<void> {
    await this.activeEditor.locator('.view-line').first().click();
    await this.page.keyboard.press('Control+Home');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** The text of the first toast that matches; it is closed by its button `action`, or by the cross. */
  async dismissToast(text: RegExp, action?: string): Promise<void> {
    const toast = this.toast.filter({ hasText: text }).first();
    await toast.waitFor();
    if (action !== undefined) await toast.getByRole('button', { name: action }).click();
    else {
      await toast.hover();
      await toast.locator('.codicon-notifications-clear').click();
    }
    await toast.waitFor({ state: 'detached' });
  }

  async confirm(text: RegExp, button: string): Promise<void> {
    await this.dialog.filter({ hasText: text }).waitFor();
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async closeEditors(): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+W');
  }

  async clearToasts(): Promise<void> {
    await this.palette('Notifications: Clear All Notifications');
  }

  /** Drops the unsaved changes of what is open. */
  async revertAndClose(): Promise<void> {
    await this.palette('File: Revert File');
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    await this.closeEditors();
  }

  /** Saves what is on the screen into ./screenshots. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  async noToast(): Promise<void> {
    assert.deepEqual(await this.toast.allInnerTexts(), []);
  }
}
