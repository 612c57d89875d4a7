import { expect, it } from 'vitest';
import { FinAuthConfigError } from '../errors.ts';
import { nodeTransport } from './node.ts';
import { undiciTransport } from './undici.ts';

it.each<[string, (options: object) => unknown, object, string]>([
  ['node', nodeTransport, { keepAlive: 5 }, 'keepAlive is not an option: use one of agent, connections, keepAliveMs'],
  ['undici', undiciTransport, { agent: {} }, 'agent is not an option: use one of dispatcher, connections, keepAliveMs'],
  ['node', nodeTransport, { agent: null }, 'agent must be one of node:https, or of a package that makes agents for it'],
  ['undici', undiciTransport, { dispatcher: null }, 'dispatcher must be one of undici'],
  ['undici', undiciTransport, { connections: 0.5 }, 'connections must be a whole number, 1 or more'],
])('the %s transport refuses what it cannot work with', (_name, create, options, message) => {
  expect(() => create(options)).toThrow(new FinAuthConfigError(message));
});
