const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '{': '&#123;' };

/** A text for HTML, in an element or in a quoted attribute, also where the HTML is a template of Handlebars. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"{]/g, (character) => ENTITIES[character]!);
}
