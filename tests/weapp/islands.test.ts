import {
  createRecursiveComponentConfig,
  document,
  type TaroElement,
  type TaroRootElement,
} from '@tarojs/runtime'
import { keepIslands } from '../../config/weapp-view/islands'

/** An island as WeChat makes it: its component is attached and from then on takes its own changes. */
function attach(island: TaroElement, sent: object[]): void {
  const component = { data: { i: { sid: island.sid } }, setData: (data: object) => sent.push(data) }
  const { attached } = createRecursiveComponentConfig('custom-wrapper') as unknown as { attached(): void }
  attached.call(component)
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

/** A page of views and, last, an island; a view is put in just before it. */
async function insertBeforeIsland() {
  const toPage: Record<string, unknown>[] = []
  const toIsland: object[] = []
  const root = document.createElement('root') as unknown as TaroRootElement
  const views = Array.from({ length: 6 }, () => document.createElement('view'))
  const island = document.createElement('custom-wrapper')
  for (const child of [...views, island]) root.appendChild(child)
  root.ctx = { setData: (data: Record<string, unknown>) => toPage.push(data) } as never
  root.performUpdate(true)
  await turn()
  attach(island, toIsland)
  toPage.length = 0
  root.insertBefore(document.createElement('view'), island)
  await turn()
  return { toPage, toIsland }
}

it('Taro itself sends an island that moves to the island, under no path; with our mend the page learns of it', async () => {
  const before = await insertBeforeIsland()
  expect(before.toIsland.map(Object.keys)).toEqual([['i.']])
  expect(before.toPage.flatMap(Object.keys)).toEqual(['root.cn.[6]'])

  keepIslands()
  const { toPage, toIsland } = await insertBeforeIsland()
  expect(toIsland).toEqual([])
  expect(toPage.flatMap(Object.keys)).toEqual(['root.cn'])
  expect(toPage[0]!['root.cn']).toHaveLength(8)
})
