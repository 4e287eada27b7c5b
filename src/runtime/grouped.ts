import type { Stdout } from './stdout.ts';

/** Do some work, with what is printed meanwhile folded in the log under a title; the fold ends however the work does. */
export async function grouped<T>(
  stdout: Pick<Stdout, 'group' | 'endGroup'>,
  title: string,
  work: () => Promise<T>,
): Promise<T> {
  stdout.group(title);
  try {
    return await work();
  } finally {
    stdout.endGroup();
  }
}
