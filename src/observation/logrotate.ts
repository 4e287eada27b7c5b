/** Which logrotate of a container is meant: by its configuration, and by the state file that remembers what was rotated when. */
export interface Rotation {
  readonly configuration: string;
  /** Absent: logrotate's own. */
  readonly state?: string;
}

const rotation = (options: readonly string[], { configuration, state }: Rotation): readonly string[] => [
  'logrotate',
  ...options,
  ...(state === undefined ? [] : ['--state', state]),
  configuration,
];

/** logrotate(8) in debug mode: says what it would do and changes nothing. */
export const inspectRotation = (meant: Rotation): readonly string[] => rotation(['--debug'], meant);

/** Rotate what is due. */
export const rotateNow = (meant: Rotation): readonly string[] => rotation([], meant);

/** For people: rotate what is due, and say what happens. */
export const rotateAloud = (meant: Rotation): readonly string[] => rotation(['--verbose'], meant);
