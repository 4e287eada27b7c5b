import { registryContract } from '../contracts/registry.contract.ts';
import { realRegistry } from './servers/registry.ts';

registryContract('distribution, open', () => realRegistry('none'));
registryContract('distribution, basic authentication', () => realRegistry('basic'));
registryContract('distribution, tokens', () => realRegistry('token'));
