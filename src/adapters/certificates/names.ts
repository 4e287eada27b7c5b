import type { Name } from '@peculiar/asn1-x509';

/** Attribute types that people know (RFC 4514 §3), besides the usual ones. */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

const attributes = (name: Name) =>
  [...name].map((set) => [...set].map(({ type, value }) => ({ type, text: textOf(value) })));

function textOf(value: Name[number][number]['value']): string {
  if (value.anyValue === undefined) return value.toString();
  return `#${Buffer.from(value.anyValue).toString('hex')}`;
}

/** A name for people, in the order of the certificate. */
export function readableName(name: Name): string {
  const sets = attributes(name).map((set) =>
    set.map(({ type, text }) => `${shortNames[type] ?? type}=${text}`).join('+'),
  );
  return sets.length === 0 ? '(no name)' : sets.join(', ');
}

/** A name for comparing (RFC 5280 §7.1): case folded, blanks trimmed and collapsed, whatever the string's encoding. */
export function comparableName(name: Name): string {
  const normal = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const sets = attributes(name).map((set) => set.map(({ type, text }) => [type, normal(text)]).sort(byText));
  return JSON.stringify(sets);
}

const byText = (a: readonly string[], b: readonly string[]): number => (a.join('=') < b.join('=') ? -1 : 1);
