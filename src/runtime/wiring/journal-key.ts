import { readFileSync, statSync } from 'node:fs';
import type { Process } from '../process.ts';
import { InputError } from '../task-inputs.ts';
import { maskSecret } from './secrets.ts';

const variable = 'MAINTENANCE_JOURNAL_KEY_FILE';
const fewestBytes = 32;
const mostBytes = 4096;

/**
 * The key that the journal's records are authenticated with: hexadecimal digits of at least 32 bytes, in the file that
 * the login step wrote. Undefined when none is configured. Masked everywhere before it is used.
 */
export function readJournalKey(self: Process): Uint8Array | undefined {
  const file = self.environment.variables[variable];
  if (file === undefined || file === '') return undefined;
  if (statSync(file).size > mostBytes) throw notAKey();
  const text = readFileSync(file, 'utf8').trim();
  if (!/^(?:[0-9a-fA-F]{2})+$/.test(text) || text.length < fewestBytes * 2) throw notAKey();
  maskSecret(self, text);
  return Buffer.from(text, 'hex');
}

const notAKey = (): InputError =>
  new InputError(
    `The secret MAINTENANCE_JOURNAL_KEY is not a key: hexadecimal digits of at least ${fewestBytes} bytes are expected. Make one with: openssl rand -hex 32`,
  );
