import { main } from '../main/index.js';

await main('check-health');
