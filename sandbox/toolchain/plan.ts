/** What must be installed so that the named programs exist, in which order. Pure: it reads no machine. */
import { CONTROL_PLANE_NAMES, locate, type Machine } from './locate.ts';
import { PROGRAMS, type ToolName } from './versions.ts';

/** One step of an installation. */
export type InstallStep =
  | { readonly kind: 'debian'; readonly packages: readonly string[] }
  | { readonly kind: 'go' }
  | { readonly kind: 'control-plane' }
  | { readonly kind: 'own-program'; readonly name: ToolName }
  | { readonly kind: 'go-program'; readonly name: ToolName }
  | { readonly kind: 'python-program'; readonly name: ToolName };

/** The steps that install what is missing of `names`: system packages first, then Go, then what is built with it. */
export function planInstall(names: readonly ToolName[], machine: Machine): InstallStep[] {
  const missing = [...new Set(names)].filter((name) => locate(name, machine) === undefined);
  const ofKind = (kind: string): ToolName[] => missing.filter((name) => PROGRAMS[name].kind === kind);

  const packages = new Set<string>();
  for (const name of ofKind('debian')) {
    const program = PROGRAMS[name];
    if (program.kind === 'debian') packages.add(program.package);
  }
  const python = ofKind('python');
  const goPrograms = ofKind('go');
  const own = ofKind('own');
  const controlPlane = missing.some((name) => CONTROL_PLANE_NAMES.includes(name));
  const steps: InstallStep[] = [];
  if (packages.size > 0) steps.push({ kind: 'debian', packages: [...packages].sort() });
  if (controlPlane || own.length + goPrograms.length > 0) steps.push({ kind: 'go' });
  if (controlPlane) steps.push({ kind: 'control-plane' });
  for (const name of own) steps.push({ kind: 'own-program', name });
  for (const name of goPrograms) steps.push({ kind: 'go-program', name });
  for (const name of python) steps.push({ kind: 'python-program', name });
  return steps;
}
