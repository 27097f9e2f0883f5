import { ConfigModule, type Config } from '#config';
import { DatabaseModule, type Opening } from '#database';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class CliModule {}

/** Runs work with the services of a lib, put together as in the api and worker but without their doors. */
export async function metDiensten<T>(
  config: Config,
  { bron, transactie, sleutelbos }: Opening,
  module: Type,
  werk: (diensten: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const diensten = await NestFactory.createApplicationContext(
    {
      module: CliModule,
      imports: [ConfigModule.met(config, sleutelbos), DatabaseModule.met(bron, transactie), module],
    },
    { logger: false, abortOnError: false },
  );
  try {
    return await werk(diensten);
  } finally {
    await diensten.close();
  }
}
