export { maakOpstelling, REGIO, type Opstelling } from './test/opstelling.js';
export { kijk, speel, type Avond, type Gezien, type Situatie } from './test/situatie.js';
export { ROC, ROC_ELDERS, ROC_TWEE, Toneel, VO_ANDERS, type Kandidaat, type Rij } from './test/toneel.js';
