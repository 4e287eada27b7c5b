import { cacheContract } from '../contracts/cache.contract.ts';
import { realCache } from './servers/cache-subject.ts';

cacheContract('Redis', realCache);
