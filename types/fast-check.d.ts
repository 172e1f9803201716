// The library itself, under the name by which tests/support/fast-check.ts reaches past its own alias.
declare module 'fast-check/real' {
  export * from 'fast-check'
  export { default } from 'fast-check'
}
