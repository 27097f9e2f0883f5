export { Inname, type Leveropties, type Verslag } from './test/inname.js';
export { aanmeldrij, alsCsv, kandidaatrij, type Exportrij } from './test/rijen.js';
