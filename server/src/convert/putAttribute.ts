import type { Json } from './tiptap.js';

/** Sets an attribute, whatever its name: assigning `__proto__` would set the prototype and lose the value. */
export function putAttribute(attributes: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') attributes[name] = value;
  else
    Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true });
}
