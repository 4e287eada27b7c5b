import { main } from '../main/index.js';

await main('monitor-performance');
