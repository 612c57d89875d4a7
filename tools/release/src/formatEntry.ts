/** Where a change comes from, as far as it is known. */
export interface Origin {
  /** The repository, for a browser. */
  url?: string | undefined;
  /** The commit that brought the changeset. */
  commit?: string | undefined;
  /** That commit's first line. It tells the pull request, if there was one. */
  subject?: string | undefined;
}

/** One change in a CHANGELOG.md: what it is, and a link to the pull request or else to the commit. */
export function formatEntry(summary: string, origin: Origin): string {
  const [first = '', ...rest] = summary.trim().split('\n');
  const lines = rest.map((line) => (line.trim() === '' ? '' : `  ${line.trimEnd()}`));
  return [`- ${first.trimEnd()}${formatOrigin(origin)}`, ...lines].join('\n');
}

function formatOrigin({ url, commit, subject = '' }: Origin): string {
  const pull = /\(#(\d+)\)$|^Merge pull request #(\d+) /.exec(subject);
  const number = pull?.[1] ?? pull?.[2];
  if (number !== undefined) return ` (${link(`#${number}`, url && `${url}/pull/${number}`)})`;
  return commit === undefined ? '' : ` (${link(commit.slice(0, 7), url && `${url}/commit/${commit}`)})`;
}

function link(text: string, target: string | undefined): string {
  return target ? `[${text}](${target})` : text;
}
