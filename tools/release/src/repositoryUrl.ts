/** Where a browser finds the repository that a package.json names, or nothing if it names none. */
export function repositoryUrl({ repository }: { repository?: string | { url: string } }): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url
    ?.replace(/^github:/, 'https://github.com/')
    .replace(/^git\+/, '')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/\.git$/, '');
}
