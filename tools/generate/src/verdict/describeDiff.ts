import type { Contract } from '../contract.ts';
import { merged, wordsChange, type Change } from './change.ts';
import { describeField } from './describeField.ts';
import { placeOf, type ChangePlace } from './placeOf.ts';
import type { RedoclyChange } from './redoclyDiff.ts';
import { usesOf } from './usesOf.ts';

/** What our own rules compare, or what nothing refers to. */
const OURS = /^#\/(x-error-model|x-signature|servers|components)(\/|$)/;

/** What only the docs show: code samples reach no package. */
const DOCS_ONLY = 'x-codeSamples';

/** Parts that are read by people alone. */
const WORDS = new Set(['description', 'summary', 'title', 'tags', 'example', 'examples', 'externalDocs', 'x-source', '$comment']);

/** Redocly's changes in the words of the SDK's users, rated by Redocly where it has a rule, by us where it has none. */
export function describeDiff(diff: RedoclyChange[], before: Contract, after: Contract): Change[] {
  const changes = diff.filter(({ path }) => !OURS.test(path)).flatMap((change) => describe(change, diff, before, after));
  return merged(changes);
}

function describe(change: RedoclyChange, diff: RedoclyChange[], before: Contract, after: Contract): Change[] {
  const { typeName, kind, property, path } = change;
  if (property === DOCS_ONLY || path.includes(`/${DOCS_ONLY}`)) {
    return [{ subject: 'words', kind: 'changed', what: 'The code samples differ.', why: 'Only the docs show them.', bump: 'none' }];
  }
  // compareOperations tells of these, by the names that users know.
  if (typeName === 'Paths' || ((typeName === 'PathItem' || typeName === 'Operation') && kind !== 'modified') || property === 'operationId')
    return [];

  const place = placeOf(change, kind === 'removed' ? before : after);
  if ((property !== undefined && WORDS.has(property)) || /^#\/(info|tags|x-sources)(\/|$)/.test(path)) {
    return [wordsChange(`The words of ${lowerFirst(place.name)} differ.`)];
  }
  if (typeName === 'Example' || typeName === 'ExamplesMap' || path.includes('/examples/'))
    return [wordsChange(`${place.name} has other examples.`)];
  if (place.field !== undefined || typeName === 'Schema') {
    return merged(placesOf(change, place, before, after).flatMap((each) => describeField(change, each, diff)));
  }
  return [describeOther(change, place.name)];
}

/** The place that Redocly names, and the same as it is on the other way, where what has changed went both ways before and still does. */
function placesOf({ base, revision }: RedoclyChange, place: ChangePlace, before: Contract, after: Contract): ChangePlace[] {
  const pointer = (revision ?? base)!.pointer;
  const uses = [usesOf(before, base?.pointer ?? pointer), usesOf(after, revision?.pointer ?? pointer)];
  const alsoSent = !place.isSent && uses.every(({ isSent }) => isSent);
  const alsoGot = place.isSent && uses.every(({ isGot }) => isGot);
  return alsoSent || alsoGot ? [place, { ...place, isSent: !place.isSent }] : [place];
}

function describeOther({ kind, impact, verdicts, property, typeName }: RedoclyChange, name: string): Change {
  const subject = name.includes('answer') ? 'answer' : 'operation';
  if (property === 'deprecated') {
    return { subject, kind: 'changed', what: `${name} is on its way out, or no longer is.`, why: 'It works as before.', bump: 'minor' };
  }
  const [verdict] = verdicts;
  const how = kind === 'modified' ? 'changed' : kind;
  return {
    subject,
    kind: how,
    what: property === undefined ? `${name}: ${how}.` : `${name}: ${property} ${how}.`,
    why: verdict ? `${sentence(verdict.message)}` : `Redocly rates such a change of a ${typeName} as ${impact}.`,
    bump: impact,
  };
}

function sentence(message: string): string {
  return message.replaceAll('`', '').replace(/\.*$/, '.');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
