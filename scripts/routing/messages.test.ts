import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readExamples, readWords } from './messages'

const folder = mkdtempSync(join(tmpdir(), '民声 routing-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (...lines: string[]): string => {
  const name = join(folder, 'data.jsonl')
  writeFileSync(name, lines.join('\n'))
  return name
}
const GOOD = '{"title":"停水","body":"三天了","category":"供水","group":7}'

it('R-D1 reads a message a line, with or without title, text and group; empty lines are none', () => {
  expect(
    readExamples(file(GOOD, '', '{"words":"路灯不亮","category":"路灯"}\r', '{"category":"其他"}')),
  ).toEqual([
    { message: { title: '停水', body: '三天了' }, label: '供水', group: 7 },
    { message: { title: '', body: '路灯不亮' }, label: '路灯' },
    { message: { title: '', body: '' }, label: '其他' },
  ])
})

it.each([
  ['停水', '第 2 行不是 JSON'],
  ['[1]', '第 2 行不是一个对象'],
  ['null', '第 2 行不是一个对象'],
  ['{"body":"没有水"}', '第 2 行没有类别（category）'],
  ['{"body":"没有水","category":" "}', '第 2 行没有类别（category）'],
  ['{"body":["没有水"],"category":"供水"}', '第 2 行的正文（body）不是文字'],
  ['{"title":3,"category":"供水"}', '第 2 行的标题（title）不是文字'],
  ['{"category":"供水","group":{}}', '第 2 行的分组（group）不是文字或数字'],
])('R-D1 names the line of a bad row: %s', (row, words) => {
  expect(() => readExamples(file(GOOD, row, GOOD))).toThrow(words)
})

it('R-D1 says that a file has nothing in it, or cannot be read', () => {
  expect(() => readExamples(file('', ' '))).toThrow('里没有一条数据')
  expect(() => readExamples(join(folder, 'none'))).toThrow(/读不了 .*none：ENOENT/)
  expect(() => readWords(folder, ['供水'])).toThrow('EISDIR')
})

it('R-D3 reads what categories are about from a table', () => {
  const name = join(folder, 'words.csv')
  writeFileSync(name, '一级,二级,三级\n供水,停水,水管漏水\n供电,停电,其他\n')
  const [tap, power] = readWords(name, ['供水', '供电'])
  expect(tap!.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['停水', '水管漏水']))
  expect(power!.words.map(({ word }) => word)).not.toContain('其他')
})
