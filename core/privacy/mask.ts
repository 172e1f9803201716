import { replacePersonalNumbers } from './personal-numbers'

/** R-P4: 「张**」. Compound surnames keep one character too: less is shown, never more. */
export function maskName(name: string): string {
  const [first = ''] = [...name.trim()]
  return `${first}**`
}

/** R-P4: 「138****0000」; anything shorter than a mobile number keeps only its last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}

/** R-P4: words as people other than their author read them: personal numbers keep three digits in front and two behind. */
export function maskNumbers(text: string): string {
  return replacePersonalNumbers(text, (number) => `${number.slice(0, 3)}****${number.slice(-2)}`)
}
