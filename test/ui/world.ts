import type { Page } from 'playwright-core';
import type { ServiceInfo } from '../support/vscode/ServiceInfo.js';
import { Window } from './Window.js';

declare global {
  /** Set by runUiTests.mjs before the suites are loaded. */
  var docbridgeUi: { readonly page: Page; readonly services: ServiceInfo };
}

export const services = globalThis.docbridgeUi.services;
export const window = new Window(globalThis.docbridgeUi.page);
