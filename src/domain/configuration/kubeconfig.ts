import { z } from 'zod';
import { section } from './section.ts';
import { text } from './values.ts';

const command = text(
  'A credential plugin that may be run, as the kubeconfig writes its `command`.',
  {
    says: 'is not the command of a plugin',
    allowed: 'a program name or an absolute path, such as aws, gke-gcloud-auth-plugin or kubelogin',
  },
  (value) => /^[\w./-]{1,200}$/.test(value) && !value.includes('..'),
);

const variable = text(
  'A variable of the environment that plugins may see.',
  { says: 'is not the name of a variable', allowed: 'capital letters, digits and "_", such as AWS_ROLE_ARN' },
  (value) => /^[A-Z_][A-Z0-9_]{0,100}$/.test(value),
);

/** What may stand in the kubeconfig beyond certificates and tokens. Whatever is not allowed here is refused. */
export const kubeconfig = section('What may stand in the kubeconfig beyond certificates and tokens.', {
  plugins: z.array(command).max(10).describe('Credential plugins (`exec`) that may be run.').default([]),
  'plugin-environment': z
    .array(variable)
    .max(50)
    .describe('Variables that plugins may see, besides PATH and HOME.')
    .default([]),
  'proxy-url': z.boolean().describe('Allow `proxy-url`.').default(false),
  insecure: z
    .boolean()
    .describe('Allow `insecure-skip-tls-verify` and http servers. Never for a platform that matters.')
    .default(false),
});
