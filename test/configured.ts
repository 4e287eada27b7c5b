import { type Configuration, configurationFor } from '../src/domain/configuration/configuration.ts';

/** Made once: making the schema takes three times as long as reading a configuration by it. */
const schema = configurationFor({});

/** The configuration that a file with these sections gives, where no task has inputs of its own; every default without any. */
export function configured(sections: object = {}): Configuration {
  return schema.parse(sections);
}
