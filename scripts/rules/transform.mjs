/** Jest's usual transform, with one text of one file replaced before it: a rule switched off without touching the tree. */
import swcJest from '@swc/jest'

export default {
  /** @param {{ swc: object, file: string, find: string, replace: string }} options `file` is absolute */
  createTransformer({ swc, file, find, replace }) {
    const usual = swcJest.createTransformer(swc)
    const changed = (source, name) => (name === file ? source.replace(find, () => replace) : source)
    return {
      ...usual,
      process: (source, name, options) => usual.process(changed(source, name), name, options),
    }
  },
}
