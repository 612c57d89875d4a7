/** The line that says which packages of ours a package now takes, or nothing if none has changed. */
export function formatUpdates(updates: readonly { name: string; newVersion: string }[]): string {
  if (updates.length === 0) return '';
  return `- Takes ${updates.map(({ name, newVersion }) => `${name} ${newVersion}`).join(', ')}`;
}
