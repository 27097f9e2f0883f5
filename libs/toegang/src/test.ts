export { legJongeren } from './test/jongeren.js';
export { legMensen } from './test/mensen.js';
