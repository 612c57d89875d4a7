/** One page of `spec/guides/`, as its author wrote it. */
export interface Guide {
  /** `1-quickstart.md` */
  file: string;
  /** `quickstart`: the name without its number, which only orders. */
  slug: string;
  title: string;
  /** The first paragraph, which also stands in lists of the guides. */
  summary: string;
  /** All of it, the title included. */
  text: string;
}
