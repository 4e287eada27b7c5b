import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostPort, REGISTRY } from '../network.ts';
import { tool } from '../toolchain/index.ts';
import type { Part } from './part.ts';
import { probeHttp } from './probe.ts';

/** The container registry. What was pushed outlives a restart: images are named by their content. */
export const registry: Part = {
  name: 'registry',
  title: 'container registry',
  kind: 'service',
  needs: [],
  withinMs: 30_000,
  command: (context) => {
    const config = join(context.data('registry'), 'config.json');
    // The registry reads YAML, which JSON is.
    const content = {
      version: 0.1,
      log: { level: 'warn', accesslog: { disabled: true } },
      storage: {
        filesystem: { rootdirectory: context.kept('registry') },
        delete: { enabled: true },
        maintenance: { uploadpurging: { enabled: false } },
      },
      http: { addr: hostPort(REGISTRY), relativeurls: true },
    };
    writeFileSync(config, JSON.stringify(content));
    return { argv: [tool('registry'), 'serve', config], env: { OTEL_TRACES_EXPORTER: 'none' } };
  },
  ready: async () => void (await probeHttp(`http://${hostPort(REGISTRY)}/v2/`)),
};
