import type { SignatureScheme } from '../contract/contract.ts';
import { same, wordsChange, type Change } from './change.ts';

/** What has changed in how a call is signed. */
export function compareSignature(before: SignatureScheme, after: SignatureScheme): Change[] {
  const { steps, lifetime, example, defaultWindowSeconds: window, 'x-source': source, ...scheme } = before;
  const {
    steps: newSteps,
    lifetime: newLifetime,
    example: newExample,
    defaultWindowSeconds: newWindow,
    'x-source': newSource,
    ...newScheme
  } = after;
  const changes: Change[] = [];
  if (!same(scheme, newScheme)) {
    const names = Object.keys({ ...scheme, ...newScheme }).filter((name) => !same((scheme as never)[name], (newScheme as never)[name]));
    changes.push({
      subject: 'signature',
      kind: 'changed',
      what: `Calls are signed in another way (${names.join(', ')}).`,
      why: 'A signature that is made in the former way is refused, also one that a program makes by itself.',
      bump: 'major',
    });
  }
  if (window !== newWindow) {
    changes.push({
      subject: 'signature',
      kind: 'changed',
      what: `A signature is good for ${newWindow} seconds unless asked otherwise, before for ${window}.`,
      why: 'It is a default, which windowSeconds overrides.',
      bump: 'minor',
    });
  }
  if (!same([steps, lifetime, example, source], [newSteps, newLifetime, newExample, newSource])) {
    changes.push(wordsChange('The signature is explained in other words, or with another example.'));
  }
  return changes;
}
