export { legMensen } from './test/mensen.js';
