import type { Contract, ResultAdvice, TryAgain } from '@finauth-sdk/generate/contract';
import { markdownTable } from '../../markdownTable.ts';
import { sourceNote } from './sourceNote.ts';

const AGAIN: Readonly<Record<TryAgain, string>> = {
  new_token: 'Yes',
  other_phone: 'With another phone',
  other_photo: 'With another photo',
  other_details: 'With other details',
  update_app: 'After an update of the app',
  later: 'Later',
  never: 'No',
};

/** What a result means: all that are listed, and what holds for those that are not. */
export function renderResults(contract: Contract): string {
  const { results, families, unlisted, contradiction } = contract['x-results'];
  const listed = Object.entries(results).map(([message, result]) =>
    row(contract, `\`${message}\``, String(result.code), result.isPass === true, families[result.code]!.kind, result),
  );
  const others = Object.entries(families).flatMap(([code, family]) =>
    'meaning' in family ? [row(contract, 'Any other', code, false, family.kind, family)] : [],
  );
  return markdownTable(
    ['Result', 'Code', 'Passed?', 'Kind', 'What happened', 'Try again?', 'What to do', 'Billed?'],
    [
      ...listed,
      ...others,
      row(contract, 'Any other', 'any other', false, unlisted.kind, unlisted),
      row(contract, 'One that contradicts its code, or a pass with an attack or an error', 'any', false, contradiction.kind, contradiction),
    ],
  );
}

function row(contract: Contract, name: string, code: string, isPass: boolean, kind: string, advice: ResultAdvice): string[] {
  const billed = advice.billed === undefined ? 'Not known' : advice.billed ? 'Yes' : 'No';
  const meaning = `${advice.meaning} ${sourceNote(contract, advice)}`.trimEnd();
  return [
    name,
    code,
    isPass ? '**Yes**' : 'No',
    `\`${kind}\``,
    meaning,
    isPass ? 'Not needed' : AGAIN[advice.tryAgain],
    advice.remedy,
    billed,
  ];
}
