export { type FleetEvent, FleetUnavailableError, type SharedStoreEvent, type Slot } from './createLine.ts';
export type { IoredisLike, NodeRedisLike, RedisLike } from './redisClient.ts';
export { sharedLimit, type SharedLimit, type SharedLimitOptions } from './sharedLimit.ts';
export { sharedStore, type SharedStore, type SharedStoreOptions, type TokenStoreLike } from './sharedStore.ts';
