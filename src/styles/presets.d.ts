/** A preset as the build hands it to a widget: the text of its rule, for the host of a shadow tree. */
declare module '*.css' {
  const rule: string;
  export default rule;
}
