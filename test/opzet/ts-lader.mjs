// Lets a process that a test starts run the TypeScript sources: node --import …/ts-lader.mjs -C ontwikkel x.ts
// The same compiler and options as Jest uses, so that both run the same code.
import { register } from 'node:module';

register('./ts-haken.mjs', import.meta.url);
