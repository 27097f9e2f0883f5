export { Logboek, type Handeling, type LogboekRegel, type Onderwerp } from './logboek.js';
export { LogboekModule } from './logboek.module.js';
export { legLezing } from './lezing.js';
