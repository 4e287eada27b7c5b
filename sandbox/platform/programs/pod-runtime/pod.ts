/** What a program knows of the pod that it runs in; the manifests set these variables. */
export interface Pod {
  readonly name: string;
  /** The pod's own address: every listener binds to it, since all pods of the sandbox share one network. */
  readonly address: string;
  readonly namespace: string;
}

/** A variable that the manifest must set; its absence ends the program with a sentence that names it. */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The variable ${name} is not set: set it in the manifest.`);
  return value;
}

/** A variable that holds a number, with a default. */
export function numberOr(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`The variable ${name} holds '${text}', which is not a number.`);
  return value;
}

/** The pod of this process. */
export function pod(): Pod {
  return { name: required('POD_NAME'), address: required('POD_IP'), namespace: required('POD_NAMESPACE') };
}
