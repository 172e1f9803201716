import { AppError } from '../../errors'

/** Runs what must be refused; answers its code, its words and the field it names. */
export function refusal(run: () => unknown): { code: string; words: string; fields: string[] } {
  try {
    run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const fields = error.details.fields ?? {}
    return { code: error.code, words: error.message, fields: Object.keys(fields) }
  }
  throw new Error('nothing was refused')
}

export const codeOf = (run: () => unknown): string => refusal(run).code
