/** A stylesheet's text, as the build hands it over. */
declare module "*.css" {
  const text: string;
  export default text;
}
