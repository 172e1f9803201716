/** What is left of a text without spaces and punctuation: two texts that differ in nothing else are the same. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
