import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BEAT_MS } from './createLine.ts';
import { createWorld, LEASE_MS, LIMIT, type Process, TIMEOUT_MS, type World } from './testing/world.ts';

const PROCESSES = 3;
const SHARE = 1;

type Step = readonly [kind: keyof typeof steps, process: number, choice: number];

/** Everything that can happen next. `choice` picks one of several. */
const steps = {
  enter: (world: World, process: Process) => process.state === 'runs' && world.enter(process),
  end: (world: World, process: Process, choice: number) => {
    const own = world.callers.filter((caller) => caller.process === process && !caller.isOver);
    if (own.length > 0) world.end(own[choice % own.length]!);
  },
  command: (world: World, process: Process) => world.runCommand(process),
  reply: (_world: World, process: Process) => process.state === 'runs' && process.replies.shift()?.(),
  message: (_world: World, process: Process) => {
    if (process.state !== 'runs' || process.messages === 0) return;
    process.messages--;
    process.line.ask();
  },
  commandLost: (_world: World, process: Process) => process.commands.shift()?.reject(new Error('Connection is closed')),
  replyLost: (_world: World, process: Process) => process.replies.shift(),
  messageLost: (_world: World, process: Process) => (process.messages = 0),
  freeze: (_world: World, process: Process) => process.state === 'runs' && (process.state = 'frozen'),
  thaw: (_world: World, process: Process) => process.state === 'frozen' && (process.state = 'runs'),
  kill: (_world: World, process: Process) => (process.state = 'dead'),
  soon: (world: World, _process: Process, choice: number) => world.advance(choice % 600),
  late: (world: World, _process: Process, choice: number) => world.advance((choice % 8) * 1_000),
} as const;

const weights: Record<keyof typeof steps, number> = {
  enter: 8,
  end: 5,
  command: 16,
  reply: 16,
  message: 8,
  soon: 8,
  late: 1,
  commandLost: 1,
  replyLost: 1,
  messageLost: 1,
  freeze: 1,
  thaw: 2,
  kill: 0.2,
};

const plans = fc.array(
  fc.oneof(
    ...Object.entries(weights).map(([kind, weight]) => ({
      weight: weight * 10,
      arbitrary: fc.tuple(fc.constant(kind as keyof typeof steps), fc.nat(PROCESSES - 1), fc.nat(10_000)) as fc.Arbitrary<Step>,
    })),
  ),
  { maxLength: 150, size: 'max' },
);

async function run(world: World, plan: readonly Step[], check: () => void): Promise<void> {
  for (const [kind, index, choice] of plan) {
    await steps[kind](world, world.processes[index]!, choice);
    await world.settle();
    check();
  }
}

/** Nothing is lost any more, each call ends, and time goes by. */
async function comesToRest(world: World): Promise<void> {
  for (const process of world.processes) {
    if (process.state === 'frozen') process.state = 'runs';
  }
  for (let round = 0; round < 400; round++) {
    await world.advance(round % 4 === 0 ? 150 : 0);
    await deliver(world);
    for (const caller of world.callers) if (caller.slot !== undefined) world.end(caller);
    await world.settle();
  }
}

/** All that is on its way. */
async function deliver(world: World, withMessages = true): Promise<void> {
  for (const process of world.processes) {
    while (process.commands.length > 0) world.runCommand(process);
    for (const reply of process.replies.splice(0)) if (process.state === 'runs') reply();
    process.messages = 0;
    if (withMessages && process.state === 'runs') process.line.ask();
  }
  await world.settle();
}

async function settled(world: World): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await world.settle();
    await deliver(world);
  }
}

/** Nobody is lost, nobody is let in twice, and what dead processes had is free again. */
async function expectEveryoneServed(world: World): Promise<void> {
  const alive = world.callers.filter(({ process }) => process.state === 'runs');
  expect(alive.filter(({ isOver }) => !isOver)).toEqual([]);
  expect(world.callers.filter(({ admitted }) => admitted > 1)).toEqual([]);
  const last = world.processes.find(({ state }) => state === 'runs');
  if (last === undefined) return;
  for (let waitedMs = 0; waitedMs < 2 * LEASE_MS; waitedMs += 100) {
    await deliver(world);
    await world.advance(100);
  }
  for (let count = 0; count < LIMIT; count++) world.enter(last);
  await settled(world);
  const all = world.callers.slice(-LIMIT);
  expect(all.map(({ admitted }) => admitted)).toEqual(all.map(() => 1));
  for (const caller of all) world.end(caller);
  await settled(world);
  expect([...world.redis.processes.values()].filter(({ taken, line }) => taken > 0 || line.length > 0)).toEqual([]);
}

const runs = { numRuns: Number(process.env['FINAUTH_FLEET_RUNS'] ?? 200) };

it('whatever is slow, lost, frozen or killed: no more calls than the limit believe that they have a slot, and everybody is served once', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const world = createWorld(PROCESSES, undefined);
      await run(world, plan, () => expect(world.inFlight().length).toBeLessThanOrEqual(LIMIT));
      await comesToRest(world);
      await expectEveryoneServed(world);
    }),
    runs,
  );
});

it('with a share for when Redis is away, no more than the limit and the shares, and everybody is served once', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const world = createWorld(PROCESSES, SHARE);
      await run(world, plan, () => expect(world.inFlight().length).toBeLessThanOrEqual(LIMIT + PROCESSES * SHARE));
      await comesToRest(world);
      await expectEveryoneServed(world);
    }),
    runs,
  );
});

it('when Redis loses its data, nobody new is let in until every holder has told of its slot or knows that it has none', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(150), async (plan, at) => {
      const world = createWorld(PROCESSES, undefined);
      // All of them have been in touch, as a fleet at work is.
      await run(world, (['enter', 'command', 'reply'] as const).flatMap(everyone), () => {});
      const before = plan.filter(([kind]) => kind !== 'late').slice(0, at % 20);
      await run(world, before, () => expect(world.inFlight().length).toBeLessThanOrEqual(LIMIT));
      world.redis.forget();
      await run(world, plan.slice(before.length), () => expect(world.inFlight().length).toBeLessThanOrEqual(LIMIT));
      await comesToRest(world);
      await expectEveryoneServed(world);
    }),
    runs,
  );
});

function everyone(kind: keyof typeof steps): Step[] {
  return Array.from({ length: PROCESSES }, (_, index): Step => [kind, index, 0]);
}

/** All of it arrives at once, each way, for as long as something is on its way. */
async function enterAll(world: World, ...processes: Process[]): Promise<void> {
  for (const process of processes) world.enter(process);
  await settled(world);
}

it('who comes first is let in first, whichever process it is in', async () => {
  const world = createWorld(PROCESSES, undefined);
  const order: number[] = [];
  for (let index = 0; index < 30; index++) {
    world.enter(world.processes[(index * 7) % PROCESSES]!);
    await world.advance(1);
    await settled(world);
  }
  for (let index = 0; index < 30; index++) {
    for (const [place, { admitted }] of world.callers.entries()) if (admitted > 0 && !order.includes(place)) order.push(place);
    world.end(world.callers[order[index]!]!);
    await settled(world);
  }
  expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
});

it('a process that stood still for longer than its lease is told as soon as it asks, with no word from Redis', async () => {
  const world = createWorld(1, undefined);
  const [process] = world.processes as [Process];
  await enterAll(world, process);
  const [caller] = world.callers;
  expect(caller!.slot!.lost.aborted).toBe(false);
  process.state = 'frozen';
  await world.advance(LEASE_MS + 1);
  process.state = 'runs';
  // Not even a timer has had its turn.
  expect(caller!.slot!.lost.aborted).toBe(true);
  expect(process.events).toEqual([{ type: 'lost', heldMs: LEASE_MS + 1 }]);
});

it('a process whose own clock stood still, as that of a suspended machine, is told by Redis', async () => {
  const world = createWorld(1, undefined);
  const [process] = world.processes as [Process];
  await enterAll(world, process);
  world.redis.now += 2 * LEASE_MS;
  await world.advance(BEAT_MS);
  await settled(world);
  expect(process.events).toEqual([{ type: 'lost', heldMs: BEAT_MS }]);
});

it('an answer that comes after the lease lets nobody in', async () => {
  const world = createWorld(1, undefined);
  const [process] = world.processes as [Process];
  world.enter(process);
  await world.settle();
  world.runCommand(process);
  process.state = 'frozen';
  await world.advance(LEASE_MS + 1);
  process.state = 'runs';
  await world.advance(0);
  process.replies.shift()!();
  await world.settle();
  expect(world.callers[0]!.admitted).toBe(0);
  await settled(world);
  expect(world.callers[0]!.admitted).toBe(1);
});

it('a slot that comes for who has left is given back at once', async () => {
  const world = createWorld(2, undefined);
  const [first, second] = world.processes as [Process, Process];
  await enterAll(world, first, first, second);
  await world.settle();
  await deliver(world, false);
  // The second is granted one, and before it hears of that its caller leaves.
  world.end(world.callers[0]!);
  await world.settle();
  world.runCommand(first);
  expect(world.redis.processes.get(second.name)).toMatchObject({ granted: 1, taken: 1 });
  world.end(world.callers[2]!);
  for (let round = 0; round < 4; round++) {
    await world.settle();
    await deliver(world, false);
  }
  expect(world.redis.processes.get(second.name)).toMatchObject({ granted: 1, taken: 0 });
});

it('after an absence nobody relies on Redis before all have told it who is in', async () => {
  const world = createWorld(2, 1);
  const [first, second] = world.processes as [Process, Process];
  for (let count = 0; count < LIMIT; count++) for (const process of world.processes) world.enter(process);
  await world.advance(2 * LEASE_MS);
  expect(world.inFlight()).toHaveLength(2);
  expect(world.callers).toHaveLength(2 * LIMIT);
  // What the first had asked before is answered now, what the second had asked is lost.
  const answer = async (process: Process): Promise<void> => {
    while (process.commands.length > 0) world.runCommand(process);
    for (const reply of process.replies.splice(0)) reply();
    await world.settle();
    expect(world.inFlight().length).toBeLessThanOrEqual(LIMIT);
  };
  await answer(first);
  for (const { reject } of second.commands.splice(0)) reject(new Error('Connection is closed'));
  await world.settle();
  for (let beats = 0; beats < 4; beats++) {
    await world.advance(BEAT_MS);
    // Whatever it asks for on that, too, before the second is heard.
    await answer(first);
    await answer(first);
    await answer(second);
  }
  expect(first.events.map(({ type }) => type)).toEqual(['unavailable', 'available']);
  expect(second.events.map(({ type }) => type)).toEqual(['unavailable', 'available']);
});

it('one failure among the answers, and the time for all to tell who is in begins anew', async () => {
  const world = createWorld(1, 1);
  const [process] = world.processes as [Process];
  world.enter(process);
  await world.settle();
  await world.advance(TIMEOUT_MS + 1);
  const types = (): string[] => process.events.map(({ type }) => type);
  const beat = async (isAnswered: boolean): Promise<void> => {
    await world.advance(BEAT_MS);
    if (isAnswered) await deliver(world);
    else for (const { reject } of process.commands.splice(0)) reject(new Error('Connection is closed'));
    await world.settle();
  };
  for (const isAnswered of [true, false, true, true]) await beat(isAnswered);
  expect(types()).toEqual(['unavailable']);
  for (let beats = 0; beats < 3; beats++) await beat(true);
  expect(types()).toEqual(['unavailable', 'available']);
});

it('Redis keeps no slot for a process that gets its answers too late', async () => {
  const world = createWorld(1, 1);
  const [process] = world.processes as [Process];
  world.enter(process);
  await world.settle();
  for (let beats = 0; beats < 6; beats++) {
    while (process.commands.length > 0) world.runCommand(process);
    const late = process.replies.splice(0);
    await world.advance(TIMEOUT_MS + 1);
    for (const reply of late) reply();
    await world.settle();
  }
  expect(process.events.map(({ type }) => type)).toEqual(['unavailable']);
  expect(world.inFlight()).toHaveLength(1);
  expect(world.redis.processes.get(process.name)).toMatchObject({ granted: 1, taken: 1 });
});

it('a process that learns too late that Redis did not know of it is told that its slot is lost', async () => {
  const world = createWorld(1, 1);
  const [process] = world.processes as [Process];
  await enterAll(world, process);
  world.redis.forget();
  await world.advance(BEAT_MS);
  world.runCommand(process);
  await world.advance(TIMEOUT_MS + 1);
  process.replies.shift()!();
  await world.settle();
  expect(process.events.map(({ type }) => type)).toEqual(['unavailable', 'lost']);
});

it('with refuse, who waits and who comes is refused while Redis is away', async () => {
  const world = createWorld(1, undefined);
  const [process] = world.processes as [Process];
  const refusals: unknown[] = [];
  const enter = (): Promise<unknown> => process.line.enter(new AbortController().signal).catch((error: unknown) => refusals.push(error));
  void enter();
  await world.settle();
  await world.advance(TIMEOUT_MS + 1);
  expect(process.events).toEqual([{ type: 'unavailable', reason: `no answer within ${TIMEOUT_MS} ms` }]);
  await enter();
  expect(refusals).toEqual([1, 2].map(() => expect.objectContaining({ code: 'ERR_FLEET_UNAVAILABLE' })));
});

it('what fails once is tried again at once, and nobody is told', async () => {
  const world = createWorld(1, 1);
  const [process] = world.processes as [Process];
  world.enter(process);
  await world.settle();
  process.commands.shift()!.reject(new Error('Connection is closed'));
  await world.settle();
  await world.advance(50);
  await world.settle();
  expect(process.commands).toHaveLength(1);
  await settled(world);
  expect(world.callers[0]!.admitted).toBe(1);
  expect(process.events).toEqual([]);
});

it('what fails is tried again, and its reason told when it fails for too long', async () => {
  const world = createWorld(1, 1);
  const [process] = world.processes as [Process];
  world.enter(process);
  for (let waitedMs = 0; waitedMs < TIMEOUT_MS + 100; waitedMs += 10) {
    await world.advance(10);
    for (const { reject } of process.commands.splice(0)) reject(new Error('LOADING'));
  }
  await world.settle();
  expect(process.events).toEqual([{ type: 'unavailable', reason: 'LOADING' }]);
  expect(world.callers[0]!.admitted).toBe(1);
});

it('a process whose line is long says so at most twice a second', async () => {
  const world = createWorld(1, undefined);
  const [process] = world.processes as [Process];
  await enterAll(world, ...Array.from({ length: 50 }, () => process));
  await world.settle();
  await deliver(world, false);
  let commands = 0;
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 100) {
    await world.advance(100);
    commands += process.commands.length;
    await deliver(world, false);
  }
  expect(commands).toBe(20);
});

it('closing refuses who waits, tells Redis, and ends', async () => {
  const world = createWorld(1, undefined);
  const [process] = world.processes as [Process];
  await enterAll(world, process, process, process);
  for (const caller of world.callers.slice(0, 2)) world.end(caller);
  const closed = process.line.close();
  await settled(world);
  await closed;
  expect(world.callers[2]!).toMatchObject({ admitted: 0, isOver: true });
  expect([...world.redis.processes.values()].filter(({ taken }) => taken > 0)).toEqual([]);
  await expect(process.line.enter(new AbortController().signal)).rejects.toThrow('closed');
  expect(process.events).toEqual([]);
});
