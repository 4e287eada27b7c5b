import { kubectl } from '../domain/kubernetes/kubectl.ts';
import type { ContainerRef } from '../domain/step/kinds.ts';

type Container = Pick<ContainerRef, 'namespace' | 'pod' | 'container'>;

/** A command in a container as people type it, between backticks; a word that a shell would take apart is quoted. */
export function insideContainer({ namespace, pod, container }: Container, command: readonly string[]): string {
  return kubectl(namespace)`exec ${pod} -c ${container} -- ${command}`;
}
