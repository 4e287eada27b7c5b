import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import { counted, formatBytes, formatShare } from '../../domain/quantities.ts';
import { insideContainer } from '../../observation/inside-container.ts';
import type { DirectoryState } from './look.ts';
import type { ObservedDirectory, ObservedSelection } from './observe.ts';

/** From this share on a file system of temporary files is named. */
const fullAt = 0.9;

/** What the directories of a selection show, whether or not anything was deleted. */
export function selectionFindings(selection: ObservedSelection, namespace: string): readonly Finding[] {
  return [
    ...podFindings(selection, namespace),
    ...selection.directories.flatMap((directory) => directoryFindings(directory)),
  ];
}

function podFindings(selection: ObservedSelection, namespace: string): readonly Finding[] {
  const { entry, directories, skipped, lookedAtAlready } = selection;
  const subject = `pods ${entry.selector}`;
  const next = kubectl(namespace)`get pods -l ${entry.selector}`;
  if (directories.length + skipped.length + lookedAtAlready === 0) {
    return [
      {
        code: 'no-pods',
        severity: 'warn',
        subject,
        title: 'no pod matches the selector',
        evidence: `0 pods in namespace ${namespace}`,
        next,
      },
    ];
  }
  if (skipped.length === 0) return [];
  const who = skipped.slice(0, 5).map(({ pod, why }) => `${pod}: ${why}`);
  return [
    {
      code: 'pods-left-out',
      severity: 'warn',
      subject,
      title: 'temporary files of some pods were not looked at',
      evidence: `${counted(skipped.length, 'pod')} left out: ${who.join('; ')}`,
      next,
    },
  ];
}

function directoryFindings(observed: ObservedDirectory): readonly Finding[] {
  const { ref, owner, directory, found } = observed;
  const subject = `${owner} ${directory}`;
  switch (found.state) {
    case 'absent':
      return [
        {
          code: 'no-directory',
          severity: 'info',
          subject,
          title: 'the directory does not exist',
          evidence: evidenceOf(ref.pod, owner, 'nothing to clean there'),
          next: 'take it out of `platform.temporary-files`',
        },
      ];
    case 'no-tools':
      return [
        {
          code: 'no-find',
          severity: 'warn',
          subject,
          title: 'the container has no GNU find, so its temporary files cannot be cleaned',
          evidence: evidenceOf(ref.pod, owner, found.cause),
          next: 'mount an emptyDir with a size limit there, or add findutils to the image',
        },
      ];
    case 'unreadable':
      return [
        {
          code: 'cannot-look',
          severity: 'unknown',
          subject,
          title: 'its temporary files could not be looked at',
          evidence: evidenceOf(ref.pod, owner, found.cause),
          next: found.next ?? insideContainer(ref, ['ls', directory]),
        },
      ];
    case 'listed':
      return [...unreadFolders(observed, found), ...nearlyFull(observed, found)];
  }
}

type Listed = Extract<DirectoryState, { state: 'listed' }>;

function unreadFolders({ ref, owner, directory }: ObservedDirectory, { unread }: Listed): readonly Finding[] {
  if (unread === 0) return [];
  return [
    {
      code: 'not-read-whole',
      severity: 'unknown',
      subject: `${owner} ${directory}`,
      title: 'some of its temporary files could not be looked at',
      evidence: evidenceOf(ref.pod, owner, `${counted(unread, 'folder')} below it could not be read`),
      next: `${insideContainer(ref, ['ls', '-la', directory])}: run all processes of the container as one user`,
    },
  ];
}

function nearlyFull({ ref, owner, directory }: ObservedDirectory, { space }: Listed): readonly Finding[] {
  if (space === undefined || space.size === 0 || 1 - space.free / space.size < fullAt) return [];
  const subject = `${owner} ${directory}`;
  const used = 1 - space.free / space.size;
  return [
    {
      code: 'nearly-full',
      severity: 'warn',
      subject,
      title: 'the file system of the temporary files is nearly full',
      evidence: evidenceOf(
        ref.pod,
        owner,
        `${formatShare(used)} of ${formatBytes(space.size)} used (named from ${formatShare(fullAt)} on)`,
      ),
      next: insideContainer(ref, ['du', '-x', directory]),
    },
  ];
}
