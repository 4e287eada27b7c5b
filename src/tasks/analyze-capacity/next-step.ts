import type { Platform } from '../../domain/configuration/platform.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { SeenSeries } from './seen.ts';

/** The next thing to do about a metric that needs more capacity. */
export function nextStep(
  { code, subject }: Pick<SeenSeries, 'code' | 'subject'>,
  { namespace, backups }: Platform,
): string {
  switch (code) {
    case 'cpu':
      return `add a node, or see who uses it: ${kubectl(clusterWide)`top pods -A --sort-by=cpu`}`;
    case 'memory':
      return `add a node, or see who uses it: ${kubectl(clusterWide)`top pods -A --sort-by=memory`}`;
    case 'storage':
      return subject.startsWith('persistentvolumeclaim/')
        ? `enlarge it by increase-capacity (workflow dispatch), or free space; it is ${kubectl(namespace)`describe ${subject}`}`
        : `free space or enlarge its disk: ${kubectl(clusterWide)`describe ${subject.startsWith('node/') ? subject : 'nodes'}`}`;
    case 'network':
      return `move pods away or get a faster link: ${kubectl(clusterWide)`get pods -A -o wide --field-selector spec.nodeName=${subject.replace('node/', '')}`}`;
    case 'backup-growth':
      return `look at retention: \`aws s3 ls s3://${backups.bucket}/ --recursive --summarize\``;
    default:
      return `look at its course in the report: ${code}`;
  }
}
