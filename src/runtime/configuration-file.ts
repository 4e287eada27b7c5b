import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration, TaskInputs } from '../domain/configuration/configuration.ts';
import { CONFIGURATION_FILE, describeErrors, readConfiguration } from '../domain/configuration/read.ts';

const largest = 1_048_576;

/** The configuration cannot be used; the message names every error with file, line, column, value and what is allowed. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The text of a checkout's configuration; empty where there is no file. No input names another one. */
export function configurationText(workspace: string): string {
  const file = join(workspace, CONFIGURATION_FILE);
  if (!existsSync(file)) return '';
  if (statSync(file).size > largest) throw new ConfigurationError(`${CONFIGURATION_FILE} is larger than 1 MiB`);
  return readFileSync(file, 'utf8');
}

/** Read the configuration of a checkout; without a file every default stands, and they are the guide's. */
export function loadConfiguration(workspace: string, taskInputs: TaskInputs): Configuration {
  const read = readConfiguration(configurationText(workspace), CONFIGURATION_FILE, taskInputs);
  if ('errors' in read) throw new ConfigurationError(describeErrors(read.errors));
  return read.configuration;
}
