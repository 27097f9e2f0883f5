import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Handler } from './handler.js';
import { Handlerregister, Volledigheid } from './handlerregister.js';
import { definieerJob, type JobHandler } from './job.js';

const een = definieerJob({ naam: 'proef.een', lengte: 'kort', lees: () => ({}) });
const twee = definieerJob({ naam: 'proef.twee', lengte: 'lang', lees: () => ({}) });

@Injectable()
@Handler()
class EenHandler implements JobHandler<object> {
  readonly job = een;
  async voerUit(): Promise<void> {}
}

@Injectable()
@Handler()
class TweeHandler implements JobHandler<object> {
  readonly job = twee;
  async voerUit(): Promise<void> {}
}

@Injectable()
@Handler()
class NogEenHandler implements JobHandler<object> {
  readonly job = een;
  async voerUit(): Promise<void> {}
}

async function start(handlers: Type[], eisAlle = true): Promise<Handlerregister> {
  @Module({ providers: handlers })
  class Handlers {}
  const app = await Test.createTestingModule({
    imports: [DiscoveryModule, Handlers],
    providers: [Handlerregister, { provide: Volledigheid, useValue: { eisAlle } }],
  }).compile();
  await app.init();
  return app.get(Handlerregister);
}

describe('the boot of a worker', () => {
  it('finds the one handler of each job', async () => {
    const register = await start([EenHandler, TweeHandler]);
    expect(register.van('proef.een')).toBeInstanceOf(EenHandler);
    expect(register.jobs()).toEqual([een, twee]);
    expect(register.van('proef.drie')).toBeUndefined();
  });

  it('refuses a job without a handler', async () => {
    await expect(start([EenHandler])).rejects.toThrow('proef.twee has no handler');
  });

  it('refuses a job with two handlers', async () => {
    await expect(start([EenHandler, TweeHandler, NogEenHandler])).rejects.toThrow('proef.een has 2 handlers');
  });

  it('may do with less in a test of some libs, never with two', async () => {
    expect((await start([EenHandler], false)).jobs()).toEqual([een]);
    await expect(start([EenHandler, NogEenHandler], false)).rejects.toThrow('proef.een has 2 handlers');
  });
});

describe('a job', () => {
  it('has a name of its own', () => {
    expect(() => definieerJob({ naam: 'proef.een', lengte: 'kort', lees: () => ({}) })).toThrow('declared twice');
    expect(() => definieerJob({ naam: 'ProefJob', lengte: 'kort', lees: () => ({}) })).toThrow('must look like');
  });
});
