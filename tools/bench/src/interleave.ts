/**
 * Runs each of the measures once in every round, in an order that moves on by one from round to round, so that what disturbs the machine for a while
 * disturbs all of them, and none always follows the same one.
 */
export async function interleave<Id extends string, Sample>(
  ids: readonly Id[],
  rounds: number,
  measure: (id: Id, round: number) => Sample | Promise<Sample>,
): Promise<Record<Id, Sample[]>> {
  const samples = await interleaveCases(ids, rounds, measure);
  return Object.fromEntries(ids.map((id, index) => [id, samples[index]])) as Record<Id, Sample[]>;
}

/** The same for cases without a name: the samples are in the order of the cases. */
export async function interleaveCases<Case, Sample>(
  cases: readonly Case[],
  rounds: number,
  measure: (one: Case, round: number) => Sample | Promise<Sample>,
): Promise<Sample[][]> {
  const samples: Sample[][] = cases.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < cases.length; place++) {
      const index = (place + round) % cases.length;
      samples[index]!.push(await measure(cases[index]!, round));
    }
  }
  return samples;
}
