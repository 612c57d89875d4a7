/** A file as its text, which the build puts in its place. */
declare module '*?raw' {
  const text: string;
  export default text;
}
