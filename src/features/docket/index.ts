/** A closed ticket as one document to read and to print (R-C6). */
export { DocketPage } from './docket-page'
export { SHEETS, SignSheetPage } from './sign-sheet-page'
export { docketUrl, signSheetUrl } from './url'
export { PrintTools } from './print-tools'
