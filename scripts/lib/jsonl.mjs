import { readFileSync } from 'node:fs'

/**
 * The rows of a file with one JSON object a line. Ends with 1 and one line of words when the file cannot be read, a line
 * is no object, lacks a field (each is a text) or has a `problem`; the line is named.
 *
 * @param problem what is wrong with a row, in words; undefined when nothing is
 */
export function readRows(file, fields, problem = () => undefined) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    refuse(`读不了 ${file}：${error.code}`)
  }
  const rows = text.split('\n').flatMap((line, n) => {
    if (line.trim() === '') return []
    const where = `${file} 第 ${n + 1} 行`
    let row
    try {
      row = JSON.parse(line)
    } catch {
      row = undefined
    }
    if (typeof row !== 'object' || row === null) return refuse(`${where}不是一个 JSON 对象`)
    const missing = fields.filter((field) => typeof row[field] !== 'string')
    if (missing.length > 0) return refuse(`${where}缺少 ${missing.join('、')}`)
    const wrong = problem(row)
    return wrong === undefined ? [row] : refuse(`${where}${wrong}`)
  })
  return rows.length > 0 ? rows : refuse(`${file} 里没有内容`)
}

/** The values of `--name FILE` for each name; ends with 1 and the usage where one is missing. */
export function filesFrom(names, usage) {
  const { argv } = process
  return names.map((name) => {
    const at = argv.indexOf(`--${name}`)
    return (at > 0 && argv[at + 1]) || refuse(`用法：${usage}`)
  })
}

/** Ends with 1 and one line of words. */
export function refuse(words) {
  console.error(`✖ ${words}`)
  process.exit(1)
}
