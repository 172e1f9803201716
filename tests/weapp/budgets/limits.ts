const KB = 1000
const KIB = 1024

/**
 * What the mini-program may cost, each measured from the run of the built output. WeChat itself refuses or marks down
 * far above these (platform.md); here is what keeps cheap phones quick.
 */
export const BUDGETS = {
  main: { what: '主包', limit: 700 * KIB, unit: 'KiB' },
  subpackage: { what: '最大的分包', limit: 400 * KIB, unit: 'KiB' },
  total: { what: '全部代码', limit: 2 * KIB * KIB, unit: 'KiB' },
  /** The largest setData while a list opens, and while it goes on. */
  list: { what: '打开列表时最大的 setData', limit: 16 * KB, unit: 'B' },
  /** The same of any page, also when a command's answer is shown. */
  page: { what: '打开任何一页时最大的 setData', limit: 24 * KB, unit: 'B' },
  /** Typing into a field, or a choice that opens no further question. */
  field: { what: '改一个字段的 setData', limit: 256, unit: 'B' },
  fieldCalls: { what: '改一个字段的 setData 次数', limit: 1, unit: '次' },
  /** The largest that a tap sends, before the cloud has answered. */
  tap: { what: '点一下后最大的 setData', limit: 4 * KB, unit: 'B' },
  nodes: { what: '一页的节点', limit: 600, unit: '个' },
  depth: { what: '节点的层数', limit: 16, unit: '层' },
  children: { what: '一个节点的子节点', limit: 60, unit: '个' },
  hidden: { what: '看不见的页面的 setData', limit: 0, unit: '次' },
  /** 200 times in and out of a page. */
  heap: { what: '进出一页 200 次后内存增长', limit: 1000 * KB, unit: 'KB' },
} as const satisfies Record<string, { what: string; limit: number; unit: string }>

export type Budget = keyof typeof BUDGETS
