import { mapBounded } from '../../domain/bounded.ts';
import { type Certificate, shortSerial } from '../../domain/certificate/certificate.ts';
import type { CertificateConsumer } from '../../domain/certificate/step-parameters.ts';
import type { Pod } from '../../domain/kubernetes/objects.ts';
import { kindOfRef, workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import { podsOfWorkload, readWorkload } from '../workloads.ts';

type Context = Pick<TaskContext<'cluster' | 'certificates'>, 'ports' | 'signal'>;

/** What the pods of a consumer serve, against what they ought to. */
export interface Served {
  readonly pods: number;
  /** Every pod answered on every port with the wanted certificate. */
  readonly all: boolean;
  /** What is otherwise, one for each pod and port, as a reader may be told: `pod/a serves serial 5a…`. */
  readonly others: readonly string[];
}

/** A consumer as people name it. */
export function consumerWord(consumer: CertificateConsumer): string {
  return workloadWord(kindOfRef(consumer), consumer.name);
}

/** The pods of a consumer that are not on their way out. `failed` when it is no longer that workload. */
async function livePods({ ports }: Context, consumer: CertificateConsumer): Promise<readonly Pod[]> {
  const workload = await readWorkload(ports.cluster, consumer);
  if (workload === undefined) {
    const subject = consumerWord(consumer);
    throw new PortError({ code: 'failed', subject, message: `${subject} was removed or made anew by somebody else` });
  }
  const pods = await podsOfWorkload(ports.cluster, kindOfRef(consumer), workload);
  return pods.filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && !isOver(status?.phase));
}

const isOver = (phase: string | undefined): boolean => phase === 'Succeeded' || phase === 'Failed';

/** Look at what every pod serves on every port. A pod that does not answer serves something else. */
export async function lookAtServed(
  context: Context,
  consumer: CertificateConsumer,
  wanted: Certificate,
  handshakeMs: number,
): Promise<Served> {
  const pods = await livePods(context, consumer);
  const ends = pods.flatMap((pod) => consumer.ports.map((port) => ({ pod: pod.metadata.name, port })));
  const answers = await mapBounded(ends, 4, async ({ pod, port }) => {
    const endpoint = { kind: 'pod', namespace: consumer.namespace, pod, port } as const;
    try {
      const limits = { timeoutMs: handshakeMs, signal: context.signal };
      const { certificates } = await context.ports.certificates.served(endpoint, consumer.serverName, limits);
      const [leaf] = certificates;
      if (leaf?.fingerprint === wanted.fingerprint) return undefined;
      return `pod/${pod} serves ${leaf === undefined ? 'no certificate' : `serial ${shortSerial(leaf)}`}`;
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      return `pod/${pod}: ${error.message}`;
    }
  });
  const others = answers.filter((answer) => answer !== undefined);
  return { pods: pods.length, all: others.length === 0, others };
}
