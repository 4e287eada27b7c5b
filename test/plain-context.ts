import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import { compileOnce, keepCompiled } from './compiled-once.ts';

compileOnce();

/**
 * Jest's environment of Node, in a context with an ordinary global object. The usual one stands behind a proxy whose hooks are
 * asked at every mention of a global (`Math`, `Object`, `Map`), which made sums and loops two to ten times slower than Node runs
 * them (docs/decisions/0460-tests-in-a-plain-context.md); and what was compiled for one test file is not compiled for the next. Everything
 * else is as in the usual environment; each test file still has its own.
 */
export default class PlainContext extends TestEnvironment {
  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }

  override async teardown(): Promise<void> {
    keepCompiled();
    await super.teardown();
  }
}
