export { checkWords } from './content.service'
