import { metHerkansing, Opnieuw } from './opnieuw.js';

/** What the driver throws, as TypeORM wraps it. */
function databasefout(code: string): Error {
  const driverError = Object.assign(new Error('driver'), { code });
  return Object.assign(new Error('query'), { driverError });
}

describe('work that may have to give way', () => {
  const bezet = () => new Error('bezet');
  /** Throws these in turn, then succeeds; gives how often it ran. */
  const na = (...fouten: Error[]) => {
    let keer = 0;
    return () => {
      const fout = fouten[keer];
      keer += 1;
      return fout === undefined ? Promise.resolve(keer) : Promise.reject(fout);
    };
  };

  it('is done again after a deadlock, a serialization failure or Opnieuw', async () => {
    expect(await metHerkansing(na(), bezet)).toBe(1);
    expect(await metHerkansing(na(databasefout('40P01'), new Opnieuw()), bezet)).toBe(3);
    expect(await metHerkansing(na(databasefout('40001')), bezet)).toBe(2);
  });

  it('is given up after three times, and says so in its own words', async () => {
    await expect(metHerkansing(na(new Opnieuw(), new Opnieuw(), databasefout('40P01')), bezet)).rejects.toThrow(
      'bezet',
    );
  });

  it('is not done again for anything else', async () => {
    const fout = databasefout('23505');
    await expect(metHerkansing(na(fout), bezet)).rejects.toBe(fout);
  });
});
