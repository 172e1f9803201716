/** One wording a line. */
export const lines = (text: string): string[] => text.trim().split('\n')
