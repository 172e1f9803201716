/** A closed ticket as one document to read and to print (R-C6). */
export { DocketPage } from './docket-page'
export { docketUrl } from './url'
export { printPage, usePaper } from './print'
