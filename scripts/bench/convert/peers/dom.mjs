// A DOM for the peers that want one, as global names that can be put in place and taken away again: with `window` in
// sight others, which work without a DOM, would take another path.
import { Window } from 'happy-dom';

const names = [
  ...['window', 'document', 'navigator', 'innerHeight', 'innerWidth', 'getSelection', 'getComputedStyle'],
  ...['DOMParser', 'Node', 'Element', 'HTMLElement', 'Text', 'Document', 'DocumentFragment'],
  ...['MutationObserver', 'requestAnimationFrame', 'cancelAnimationFrame'],
];

/** Timers of milkdown use these later, at any time: they stay. */
const events = ['addEventListener', 'removeEventListener', 'dispatchEvent', 'CustomEvent', 'Event'];

export function createDom() {
  const window = new Window({ url: 'http://localhost/' });
  const put = (name) => {
    const own = name === 'window' ? window : window[name];
    // Methods are called without their window; classes are not touched.
    const value = typeof own === 'function' && /^[a-z]/.test(name) ? own.bind(window) : own;
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  };
  let saved = [];
  return {
    enter() {
      saved = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
      for (const name of names) put(name);
      if (globalThis.addEventListener === undefined) events.forEach(put);
    },
    leave() {
      for (const [name, descriptor] of saved) {
        if (descriptor === undefined) delete globalThis[name];
        else Object.defineProperty(globalThis, name, descriptor);
      }
    },
  };
}
