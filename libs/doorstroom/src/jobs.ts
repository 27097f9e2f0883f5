import { definieerJob } from '#wachtrij';

/** One school of a run. */
export interface ControleSchoolData {
  controleId: string;
  school: string;
}

const ID_RE = /^[1-9]\d{0,18}$/;
const SCHOOL_RE = /^\d{2}[A-Z]{2}\d{2}$/;

/** Checks one school in one transaction; the last one of a run finishes it. Long: it locks the run until it commits. */
export const controleSchool = definieerJob<ControleSchoolData>({
  naam: 'doorstroom.controleSchool',
  lengte: 'lang',
  lees: (data) => {
    const { controleId, school } = data as Partial<ControleSchoolData>;
    if (typeof controleId !== 'string' || !ID_RE.test(controleId)) throw new TypeError('controleId is not an id.');
    if (typeof school !== 'string' || !SCHOOL_RE.test(school)) throw new TypeError('school is not a school code.');
    return { controleId, school };
  },
});

/** Starts the runs of a night, one per cohort that is followed. */
export const nachtcontrole = definieerJob<Record<string, never>>({
  naam: 'doorstroom.nachtcontrole',
  lengte: 'kort',
  lees: () => ({}),
});
