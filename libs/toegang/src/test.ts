export { legJongeren } from './test/jongeren.js';
export { legMensen } from './test/mensen.js';
export { VERWACHT, type Onderwerp } from './test/verwacht.js';
