import { Basis } from './0001-basis.js';
import { Wachtrij } from './0002-wachtrij.js';
import { Organisaties } from './0003-organisaties.js';
import { Leerlingen } from './0004-leerlingen.js';
import { Aanlevering } from './0005-aanlevering.js';
import { Casussen } from './0006-casussen.js';
import { Doorstroom } from './0007-doorstroom.js';
import { Logboek } from './0008-logboek.js';
import { Afdruk } from './0009-afdruk.js';
import { Koppelvoorstel } from './0010-koppelvoorstel.js';
import { Samenvoeging } from './0011-samenvoeging.js';
import { Terugweg } from './0012-terugweg.js';
import { Contact } from './0013-contact.js';
import { Schoolkant } from './0014-schoolkant.js';
import { TerugvalEnSleutel } from './0015-terugval-en-sleutel.js';
import { Score } from './0016-score.js';
import { ContactVolgen } from './0019-contact-volgen.js';
import { Herstel } from './0020-herstel.js';
import { KoppelvoorstelVolgen } from './0021-koppelvoorstel-volgen.js';
import { Termijnen } from './0022-termijnen.js';
import { Casuswerk } from './0023-casuswerk.js';
import { Bestemming } from './0027-bestemming.js';
import { Verouderd } from './0028-verouderd.js';
import { Bewijs } from './0029-bewijs.js';
import { Correctie } from './0030-correctie.js';
import { Herinnering } from './0031-herinnering.js';
import { Herroutering } from './0032-herroutering.js';
import { Verdeling } from './0033-verdeling.js';
import { NulDagen } from './0037-nul-dagen.js';
import { VoorlopigMetVraag } from './0040-voorlopig-met-vraag.js';
import { Bewaartermijn } from './0041-bewaartermijn.js';
import { BoekVolgtOngedaan } from './0042-boek-volgt-ongedaan.js';
import { ScoreSneller } from './0043-score-sneller.js';
import { AangemeldBij } from './0050-aangemeld-bij.js';
import { Decaanvraag } from './0051-decaanvraag.js';
import { Bewaking } from './0055-bewaking.js';
import { Vastgelopen } from './0056-vastgelopen.js';

/** Every migration, in the order in which it runs; nothing is found by a glob. */
export const MIGRATIES = [
  Basis,
  Wachtrij,
  Organisaties,
  Leerlingen,
  Aanlevering,
  Casussen,
  Doorstroom,
  Logboek,
  Afdruk,
  Koppelvoorstel,
  Samenvoeging,
  Terugweg,
  Contact,
  Schoolkant,
  TerugvalEnSleutel,
  Score,
  ContactVolgen,
  Herstel,
  KoppelvoorstelVolgen,
  Termijnen,
  Casuswerk,
  Bestemming,
  Verouderd,
  Bewijs,
  Correctie,
  Herinnering,
  Herroutering,
  Verdeling,
  NulDagen,
  VoorlopigMetVraag,
  Bewaartermijn,
  BoekVolgtOngedaan,
  ScoreSneller,
  AangemeldBij,
  Decaanvraag,
  Bewaking,
  Vastgelopen,
] as const;
