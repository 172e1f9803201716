/**
 * A rule switched off: in `file`, the text `find` (which stands there exactly once) becomes `replace`, and a test of
 * `test` whose title names the rule must turn red. `npm run rules -- --prove` tries them all.
 */
export interface Mutation {
  rule: string
  file: string
  find: string
  replace: string
  test: string
}
