/** What a row is about; `leerlingT1` is a youngster seen with signalen, casus and timeline. */
export type Onderwerp = 'leerling' | 'leerlingT1' | 'traject' | 'signaal' | 'casus' | 'aanlevering';

/** Who sees whom of `legJongeren` on 16 March 2026, by hand from toegang.md 1: roepnamen (or school codes). What is not named is nothing. */
export const VERWACHT: Readonly<Record<string, Partial<Record<Onderwerp, string>>>> = {
  // Anna, Eva (lives elsewhere) and Daan (closed the other day): casus held. Finn lives in their gemeente: no.
  'coach@regio.example': {
    leerling: 'Anna Daan Eva',
    leerlingT1: 'Anna Daan Eva',
    traject: 'Anna Daan Eva',
    signaal: 'Anna Daan Eva',
    casus: 'Anna Daan Eva',
  },
  // Observes for the coach, who is away: the open casussen. Not Bram, who lives in their own gemeente.
  'coach-oss@regio.example': {
    leerling: 'Anna Eva',
    leerlingT1: 'Anna Eva',
    traject: 'Anna Eva',
    signaal: 'Anna Eva',
    casus: 'Anna Eva',
  },
  // Another officer of the gemeente of Anna, Cato and Finn.
  'leerplicht@regio.example': {},
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
