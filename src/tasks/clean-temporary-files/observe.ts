import { mapBounded } from '../../domain/bounded.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import type { ContainerRef } from '../../domain/step/kinds.ts';
import { selectPods } from '../../observation/pods.ts';
import type { TaskContext } from '../../ports/context.ts';
import { type DirectoryState, lookAtDirectory } from './look.ts';

/** The inputs that looking depends on. */
export interface LookInputs {
  readonly 'minimum-age': number;
  readonly concurrency: number;
}

/** One directory of one container. */
export interface ObservedDirectory {
  readonly ref: ContainerRef;
  /** Pod, container where it is not the pod's default one, and directory: `pod/node-0 /tmp`. */
  readonly place: string;
  /** The pod, or its workload, with its container: findings are filed under it and the directory. */
  readonly owner: string;
  readonly directory: string;
  readonly found: DirectoryState;
}

/** One configured selection of pods. */
export interface ObservedSelection {
  readonly entry: Platform['temporaryFiles'][number];
  readonly directories: readonly ObservedDirectory[];
  readonly skipped: readonly { readonly pod: string; readonly why: string }[];
  /** Directories that an earlier selection looks at. */
  readonly lookedAtAlready: number;
}

/** What clean-temporary-files saw. The basis is where there are stale files; which ones is checked again file by file. */
export interface FilesObservation {
  readonly basis: readonly {
    readonly pod: string;
    readonly podUid: string;
    readonly container: string;
    readonly directory: string;
  }[];
  readonly measurements: readonly ObservedSelection[];
}

/** List the configured directories of every ready pod, a few pods at once. */
export async function observe(context: TaskContext<'cluster'>, inputs: LookInputs): Promise<FilesObservation> {
  const { cluster } = context.ports;
  const { namespace } = context.platform;
  const selections: ObservedSelection[] = [];
  const places = new Set<string>();
  for (const entry of context.platform.temporaryFiles) {
    const selected = await selectPods(cluster, {
      namespace,
      selector: entry.selector,
      ...(entry.container === undefined ? {} : { container: entry.container }),
    });
    const wanted = selected.ready.flatMap(({ ref, place, subject }) =>
      entry.directories.map((directory) => ({ ref, place: `${place} ${directory}`, owner: subject, directory })),
    );
    const fresh = wanted.filter(({ place }) => !places.has(place) && places.add(place));
    const directories = await mapBounded(fresh, inputs.concurrency, async (one) => ({
      ...one,
      found: await lookAtDirectory(cluster, one.ref, one.directory, inputs['minimum-age']),
    }));
    const lookedAtAlready = wanted.length - fresh.length;
    selections.push({ entry, directories, skipped: selected.skipped, lookedAtAlready });
  }
  const withStale = selections
    .flatMap((selection) => selection.directories)
    .filter(({ found }) => found.state === 'listed' && found.stale.length > 0);
  return {
    basis: withStale.map(({ ref, directory }) => ({
      pod: ref.pod,
      podUid: ref.podUid,
      container: ref.container,
      directory,
    })),
    measurements: selections,
  };
}
