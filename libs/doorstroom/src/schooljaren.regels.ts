import { schooljaarVan, type Datum, type Schooljaar } from '#kern';

/**
 * The cohorts that are followed on a date, oldest first: the current one from 1 October (flags of August and September
 * open no traject), the last one, and the one before it up to and including 1 October, a year after it should have arrived
 * (domain.md 3, «uitgeschreven»).
 */
export function gevolgdeSchooljaren(op: Datum): Schooljaar[] {
  const schooljaar = schooljaarVan(op);
  const maandDag = op.slice(5);
  const herfst = maandDag >= '08-01';
  const jaren = [schooljaar - 1];
  if (herfst && maandDag <= '10-01') jaren.unshift(schooljaar - 2);
  if (!herfst || maandDag >= '10-01') jaren.push(schooljaar);
  return jaren;
}
