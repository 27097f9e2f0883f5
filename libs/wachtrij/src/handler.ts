import { DiscoveryService } from '@nestjs/core';

/**
 * Marks a provider as the handler of a job (it implements JobHandler). Only in a #lib/worker door: what the api can
 * see must never work on the ledger.
 */
export const Handler = DiscoveryService.createDecorator();
