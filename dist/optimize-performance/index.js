import { main } from '../main/index.js';

await main('optimize-performance');
