/** What an environment's secrets are to GitHub, done by hand: act has one set of secrets for all jobs. */
import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** The secrets that every environment of maintenance has a value of its own for. */
const environmentSecrets = ['MAINTENANCE_KUBECONFIG', 'MAINTENANCE_TOKEN'];

/** The name under which act is given an environment's value of a secret. */
export function secretIn(environment: string, secret: string): string {
  return `${secret}__${environment.replaceAll('-', '_').toUpperCase()}`;
}

/**
 * The text of a workflow in which each job reads the secrets of the environment that it names. GitHub does this when it
 * starts the job; nothing else of the text is changed.
 */
export function withEnvironmentSecrets(
  text: string,
  environments: Readonly<Record<string, string | undefined>>,
): string {
  const document = parseDocument(text);
  for (const [job, environment] of Object.entries(environments)) {
    const node = document.getIn(['jobs', job]);
    if (environment === undefined || !isMap(node)) continue;
    visit(node, {
      Scalar(_, scalar) {
        if (!isScalar(scalar) || typeof scalar.value !== 'string') return;
        let value = scalar.value;
        for (const secret of environmentSecrets)
          value = value.replace(new RegExp(`secrets\\.${secret}\\b`, 'g'), `secrets.${secretIn(environment, secret)}`);
        scalar.value = value;
      },
    });
  }
  return document.toString({ lineWidth: 0 });
}
