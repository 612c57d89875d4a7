import { subjects, type Change, type Subject, type Verdict } from '../verdict/change.ts';

const titles: Record<Subject, string> = {
  operation: 'Operations',
  field: 'Fields',
  answer: 'Answers',
  code: 'Error codes',
  reason: 'Reasons',
  gateway: 'Gateways',
  result: 'Results',
  region: 'Regions',
  signature: 'Signature',
  name: 'Names',
  testId: 'Test IDs',
  words: 'Words',
};

/** The verdict in plain words: what is new, what has changed, what is gone, whether that breaks a user, and the bump it calls for. */
export function reportChanges({ bump, changes }: Verdict): string {
  if (changes.length === 0) return 'The API is that of the last release.';
  const parts = subjects.flatMap((subject) => {
    const own = changes.filter((change) => change.subject === subject);
    return own.length === 0 ? [] : [`${titles[subject]}\n${own.map(line).join('\n')}`];
  });
  return ['Since the last release:', ...parts, conclusion(bump, changes)].join('\n\n');
}

function line({ kind, what, why, bump }: Change): string {
  return `  ${kind.padEnd(7)}  ${what}\n           ${bump === 'major' ? `This breaks users. ${why}` : why} (${bump})`;
}

function conclusion(bump: Verdict['bump'], changes: Change[]): string {
  const breaks = changes.filter((change) => change.bump === 'major').length;
  if (bump === 'none') return 'No package changes, so no version does.';
  const verdict = breaks > 0 ? `${breaks === 1 ? 'One change breaks' : `${breaks} changes break`} users.` : 'Nothing breaks a user.';
  return `${verdict} This calls for a ${bump} version.`;
}
