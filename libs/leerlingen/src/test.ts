export { Proefregio, type Bevinding, type Proeflevering, type Verslag } from './test/proefregio.js';
export { aanmelding, bsn, kandidaat, onderwijsnummer, type Proefrij } from './test/rijen.js';
export { leesStand, type Stand } from './test/stand.js';
export { maakKoppelset, type Koppelset } from './test/koppelset.js';
