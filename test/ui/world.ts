import type { Page } from 'playwright-core';
import type { ServiceInfo } from '../support/vscode/ServiceInfo.js';
import { Window } from './Window.js';

interface Ui {
  /** Opens a folder in a window of its own, as a person on a fresh machine; `restricted`: not trusted. */
  open(folder: string, options?: { readonly restricted?: boolean }): Promise<Page>;
  readonly services: ServiceInfo;
  /** Folder that the package is installed in. */
  readonly extensions: string;
  readonly vsix: string;
}

declare global {
  /** Set by runUiTests.mjs before the suites are loaded. */
  var docbridgeUi: Ui;
}

export const { services, extensions, vsix } = globalThis.docbridgeUi;

export async function openWindow(
  folder: string,
  options: { readonly restricted?: boolean } = {},
): Promise<Window> {
  const window = new Window(await globalThis.docbridgeUi.open(folder, options));
  await window.ready();
  return window;
}
