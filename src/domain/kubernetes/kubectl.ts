/** A command about things that are in no namespace, or in all of them. */
export const clusterWide = Symbol('no namespace');

/** A value in a command: a word, or several words that follow on each other. */
type Value = string | number | readonly string[];

/**
 * The one place where kubectl commands for people are written: kubectl(namespace)`describe ${subject}` gives the command
 * in backticks, as it stands in a text. What is put in is data and quoted for a POSIX shell; the template's own text is not.
 * The context is added when the text is published ({@link inContext}): nothing that a digest covers may depend on what a
 * kubeconfig calls the cluster.
 */
export function kubectl(namespace: string | typeof clusterWide) {
  return (texts: TemplateStringsArray, ...values: readonly Value[]): string => {
    const place = namespace === clusterWide ? '' : `-n ${quoted(namespace)} `;
    const rest = texts.map((text, index) => text + (index < values.length ? wordsOf(values[index]) : ''));
    return `\`kubectl ${place}${rest.join('')}\``;
  };
}

/** A text whose kubectl commands name the context, where one is known. */
export function inContext(text: string, context: string | undefined): string {
  return context === undefined ? text : text.replaceAll(begin, () => `\`kubectl --context ${quoted(context)} `);
}

const begin = /`kubectl (?!--context )/g;

function wordsOf(value: Value | undefined): string {
  if (typeof value === 'object') return value.map(quoted).join(' ');
  return quoted(String(value ?? ''));
}

/**
 * A word for a shell, and for a text whose commands stand in backticks: those, and control signs, are written by their
 * number in `$'…'` (POSIX.1-2024; bash and zsh know it since long ago).
 */
function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (!/[`\p{Cc}]/u.test(word)) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = word.replaceAll(/[\\'`\p{Cc}]/gu, octal);
  return `$'${escaped}'`;
}

/** The bytes of a control sign or of ASCII in UTF-8, which writes those of U+0080 to U+009F with C2 before them. */
function octal(sign: string): string {
  const code = sign.charCodeAt(0);
  const bytes = code < 0x80 ? [code] : [0xc2, code];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
