import { definieerJob } from '#wachtrij';

export interface VerwerkData {
  aanleveringId: string;
}

/** Checks and processes one delivery. */
export const verwerkAanlevering = definieerJob<VerwerkData>({
  naam: 'aanlevering.verwerk',
  lengte: 'lang',
  lees: (data) => {
    const id: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'aanleveringId') : undefined;
    if (typeof id !== 'string' || !/^\d{1,19}$/.test(id)) throw new TypeError('aanleveringId is missing.');
    return { aanleveringId: id };
  },
});
