/** What a row is about; `leerlingT1` is a youngster seen with signalen, casus and timeline. */
export type Onderwerp = 'leerling' | 'leerlingT1' | 'traject' | 'signaal' | 'casus' | 'aanlevering';

/** Who sees whom of `legJongeren`, by hand from toegang.md 1: roepnamen (or school codes). What is not named is nothing. */
export const VERWACHT: Readonly<Record<string, Partial<Record<Onderwerp, string>>>> = {
  // Anna and Finn: open signaal in their gemeente. Eva (lives elsewhere) and Daan (closed): casus held. Cato, Bram: no.
  'coach@regio.example': {
    leerling: 'Anna Daan Eva Finn',
    leerlingT1: 'Anna Daan Eva Finn',
    traject: 'Anna Daan Eva Finn',
    signaal: 'Anna Daan Eva Finn',
    casus: 'Anna Daan Eva',
  },
  'coach-oss@regio.example': {
    leerling: 'Bram Eva',
    leerlingT1: 'Bram Eva',
    traject: 'Bram Eva',
    signaal: 'Bram Eva',
    casus: 'Bram Eva',
  },
  'leerplicht@regio.example': {
    leerling: 'Anna Finn',
    leerlingT1: 'Anna Finn',
    traject: 'Anna Finn',
    signaal: 'Anna Finn',
    casus: 'Anna',
  },
  'bewaker@regio.example': { leerling: 'Bram', leerlingT1: 'Bram', traject: 'Bram', signaal: 'Bram', casus: 'Bram' },
  'generalist@regio.example': { leerling: 'Bram', leerlingT1: 'Bram', traject: 'Bram', signaal: 'Bram', casus: 'Bram' },
  // In no team: leads the region.
  'teamleider@regio.example': {
    leerling: 'Anna Bram Daan Eva',
    leerlingT1: 'Anna Bram Daan Eva',
    traject: 'Anna Bram Daan Eva',
    signaal: 'Anna Bram Daan Eva',
    casus: 'Anna Bram Daan Eva',
  },
  // Leads a team that holds no casus.
  'teamleider-oost@regio.example': {},
  'coordinator@regio.example': {
    leerling: 'Anna Bram Cato Daan Eva Finn',
    leerlingT1: 'Anna Bram Cato Daan Eva Finn',
    traject: 'Anna Bram Cato Daan Eva Finn',
    signaal: 'Anna Bram Daan Eva Finn',
    casus: 'Anna Bram Daan Eva',
    aanlevering: '99AA00 99BB00 99ZZ00',
  },
  'zorg-vo@school.example': { leerling: 'Anna Cato Eva', traject: 'Anna Cato Eva', aanlevering: '99AA00' },
  'zorg-mbo@school.example': { leerling: 'Anna', aanlevering: '99ZZ00' },
  'decaan-bb@school.example': { leerling: 'Bram Daan Finn', traject: 'Bram Daan Finn', aanlevering: '99BB00' },
  // The own groep is not known yet.
  'mentor@school.example': {},
  'beheer@regio.example': {},
  'auditor@regio.example': {},
  'rolloos@regio.example': {},
  'school-99AA': { aanlevering: '99AA00' },
  'coach@kempen.example': { leerling: 'Kees', leerlingT1: 'Kees', traject: 'Kees', signaal: 'Kees', casus: 'Kees' },
  'coordinator@kempen.example': {
    leerling: 'Kees',
    leerlingT1: 'Kees',
    traject: 'Kees',
    signaal: 'Kees',
    casus: 'Kees',
    aanlevering: '99AA00',
  },
};
