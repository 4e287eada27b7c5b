import type { ConfigurationError } from '../../../src/domain/configuration/configuration-error.ts';
import { readConfiguration } from '../../../src/domain/configuration/read.ts';
import { taskInputs } from './task-inputs.ts';

const FILE = '.github/maintenance.yml';

/** The errors of a configuration; none when it is right. */
export function errorsOf(text: string): readonly ConfigurationError[] {
  const result = readConfiguration(text, FILE, taskInputs);
  return 'errors' in result ? result.errors : [];
}

/** `line:column path: message (meant) [allowed]` of each. */
export const brief = (text: string): readonly string[] =>
  errorsOf(text).map(({ line, column, path, message, meant, allowed }) => {
    const hints = `${meant === undefined ? '' : ` (${meant})`}${allowed === undefined ? '' : ` [${allowed}]`}`;
    return `${line}:${column} ${path === '' ? '' : `${path}: `}${message}${hints}`;
  });
