/**
 * Runs each of the measures once in every round, in an order that moves on by one from round to round, so that what disturbs the machine for a while
 * disturbs all of them, and none always follows the same one.
 */
export async function interleave<Id extends string, Sample>(
  ids: readonly Id[],
  rounds: number,
  measure: (id: Id, round: number) => Sample | Promise<Sample>,
): Promise<Record<Id, Sample[]>> {
  const samples = Object.fromEntries(ids.map((id) => [id, [] as Sample[]])) as Record<Id, Sample[]>;
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < ids.length; place++) {
      const id = ids[(place + round) % ids.length]!;
      samples[id].push(await measure(id, round));
    }
  }
  return samples;
}
