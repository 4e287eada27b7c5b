/** A person's words for a task's inputs; `error`: which line cannot be understood, and what is expected. */
export type RequestInputs = { readonly inputs: Readonly<Record<string, string>> } | { readonly error: string };

const mostLines = 50;

/**
 * Inputs of a task as a person writes them when dispatching: one `name=value` a line, or separated by semicolons. Names
 * are looked up in the declaration later; here only the form is read.
 */
export function parseRequestInputs(text: string): RequestInputs {
  const lines = text
    .split(/\r\n|[\n\r;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > mostLines) return { error: `more than ${mostLines} inputs` };
  const inputs = new Map<string, string>();
  for (const line of lines) {
    const match = /^([a-z][a-z0-9-]*)\s*=\s*(.*)$/.exec(line);
    if (match === null)
      return { error: `"${line.slice(0, 80)}" is not of the form name=value, separated by semicolons or lines` };
    const [, name = '', value = ''] = match;
    if (inputs.has(name)) return { error: `input ${name} is given twice` };
    inputs.set(name, value);
  }
  return { inputs: Object.fromEntries(inputs) };
}
