import { main } from '../main/index.js';

await main('clean-temporary-files');
