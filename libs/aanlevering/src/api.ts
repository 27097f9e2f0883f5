export { AanleveringApiModule } from './aanlevering-api.module.js';
