import { readFileSync } from 'node:fs'

/**
 * The rows of a file with one JSON object a line. Ends with 1 and one line of words when the file cannot be read, a line
 * is no object or lacks a field; the line is named.
 */
export function readRows(file, fields) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    refuse(`读不了 ${file}：${error.code}`)
  }
  const rows = text.split('\n').flatMap((line, n) => {
    if (line.trim() === '') return []
    try {
      const row = JSON.parse(line)
      const missing = fields.filter((field) => typeof row[field] !== 'string')
      if (missing.length === 0) return [row]
      return refuse(`${file} 第 ${n + 1} 行缺少 ${missing.join('、')}`)
    } catch {
      return refuse(`${file} 第 ${n + 1} 行不是一个 JSON 对象`)
    }
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

function refuse(words) {
  console.error(`✖ ${words}`)
  process.exit(1)
}
