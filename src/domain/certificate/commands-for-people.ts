import { kubectl } from '../kubernetes/kubectl.ts';
/** The command that shows a Secret's certificates without its key. */
export function showSecret(namespace: string, name: string): string {
  return kubectl(
    namespace,
  )`get secret ${name} -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl storeutl -noout -text -certs /dev/stdin`;
}

/** The command that describes a Secret: names and sizes of its keys, no values. */
export function describeSecret(namespace: string, name: string): string {
  return kubectl(namespace)`describe secret ${name}`;
}

/** The command that shows what a pod serves. */
export function podsOf(namespace: string, selector: string): string {
  return kubectl(namespace)`get pods -l ${selector}`;
}
