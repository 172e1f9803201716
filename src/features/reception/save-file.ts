/** Saves a text as a file; undefined where there is no place to save it to. The H5 build takes save-file.h5.ts instead. */
export const saveFile: ((name: string, text: string) => void) | undefined = undefined
