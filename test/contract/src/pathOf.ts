import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { operationsOf } from '@finauth-sdk/generate/contract';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const contract = await bundleSpec(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/spec/package.json')));

/** The path of an operation from the spec itself: what is generated from it, the client and the sandbox, could be wrong together. */
export function pathOf(operationId: string): string {
  return operationsOf(contract).find(({ operation }) => operation.operationId === operationId)!.path;
}
