import vm from 'node:vm';

/** What V8 made of a file, with the code that it was made of: V8 itself compares no more than the length. */
interface Compiled {
  readonly code: string;
  readonly data: Buffer;
}

type Compile = (code: string, parameters: readonly string[], options: vm.CompileFunctionOptions) => unknown;

/** `@types/node` does not know that a module gives its cache. */
interface GivesCache {
  createCachedData(): Buffer;
}

const known = new Map<string, Compiled>();
const fresh: { readonly filename: string; readonly code: string; readonly script: vm.Script }[] = [];

function dataOf(filename: string, code: string): { readonly cachedData?: Buffer } {
  const compiled = known.get(filename);
  return compiled?.code === code ? { cachedData: compiled.data } : {};
}

/** As `vm.compileFunction`, by a script: only a script can give what was compiled while it ran. */
const compileFunction: Compile = (code, parameters, options) => {
  const { filename = '', parsingContext, importModuleDynamically } = options;
  const head = `(function (${parameters.join(', ')}) {`;
  const cached = dataOf(filename, code);
  const script = new vm.Script(`${head}${code}\n})`, {
    filename,
    columnOffset: -head.length,
    ...cached,
    ...(importModuleDynamically === undefined ? {} : { importModuleDynamically: importModuleDynamically as never }),
  });
  if (cached.cachedData === undefined) fresh.push({ filename, code, script });
  return script.runInContext(parsingContext as vm.Context);
};

class CachedModule extends vm.SourceTextModule {
  constructor(code: string, options: vm.SourceTextModuleOptions) {
    const name = options.identifier ?? '';
    const cached = dataOf(name, code);
    super(code, { ...options, ...cached });
    if (cached.cachedData !== undefined) return;
    known.set(name, { code, data: (this as unknown as GivesCache).createCachedData() });
  }
}

/**
 * From now on in this process, a file that Jest compiles is compiled once, and not again for every test file: jest itself,
 * `expect`, zod and our sources are the same in each (docs/decisions/0460-tests-in-a-plain-context.md).
 */
export function compileOnce(): void {
  Object.assign(vm, { compileFunction, SourceTextModule: CachedModule });
}

/** Keep what was compiled since the last time, the functions that were called with it. */
export function keepCompiled(): void {
  for (const { filename, code, script } of fresh) known.set(filename, { code, data: script.createCachedData() });
  fresh.length = 0;
}
