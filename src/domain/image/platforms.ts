/** What a node runs, or an image is for, in the words of the OCI image index. */
export interface ImagePlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string | undefined;
}

/** `linux/arm64`, `linux/arm/v7`. */
export function platformText({ os, architecture, variant }: ImagePlatform): string {
  return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}

const spellings: Readonly<Record<string, string>> = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64' };

/** The usual spelling, and without the variants that mean nothing beyond their architecture (containerd `normalizeArch`). */
export function normalPlatform({ os, architecture, variant }: ImagePlatform): ImagePlatform {
  const arch = architecture.toLowerCase();
  const normal = { os: os.toLowerCase(), architecture: spellings[arch] ?? arch };
  const isUsual =
    variant === undefined ||
    variant === '' ||
    (normal.architecture === 'arm64' && ['8', 'v8', 'v8.0'].includes(variant)) ||
    (normal.architecture === 'amd64' && variant === 'v1');
  return isUsual ? normal : { ...normal, variant };
}

/**
 * Whether an image runs on a node. Nodes do not say their variant: an image for plain `arm64` or `amd64` runs on all of
 * them, one for `amd64/v3` is not known to; of 32-bit ARM every variant counts.
 */
export function runsOn(image: ImagePlatform, node: ImagePlatform): boolean {
  const [offered, wanted] = [normalPlatform(image), normalPlatform(node)];
  if (offered.os !== wanted.os || offered.architecture !== wanted.architecture) return false;
  return offered.variant === undefined || offered.variant === wanted.variant || wanted.architecture === 'arm';
}

/** The platforms in use for which none of the offered images is. */
export function uncovered(
  offered: readonly ImagePlatform[],
  inUse: readonly ImagePlatform[],
): readonly ImagePlatform[] {
  return inUse.filter((platform) => !offered.some((image) => runsOn(image, platform)));
}
