import { findIn } from './markdownTree.ts';

export interface Section {
  title: string;
  /** What stands under the heading, without it. */
  text: string;
}

/** A Markdown text cut at its second-level headings: what comes before the first, and a section for each. */
export function splitSections(markdown: string): { intro: string; sections: Section[] } {
  const cuts = findIn(markdown).headings.filter(({ depth }) => depth === 2);
  return {
    intro: markdown.slice(0, cuts[0]?.start).trim(),
    sections: cuts.map(({ title, end }, index) => ({ title, text: markdown.slice(end, cuts[index + 1]?.start).trim() })),
  };
}
