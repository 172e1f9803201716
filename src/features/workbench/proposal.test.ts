import { acceptance, proposalSentences } from './proposal'
import { aTicket } from './testing'

const directory = {
  categories: [{ id: 'water-supply', name: '供水', parentId: 'livelihood' }],
  units: [
    { id: 'water', name: '县水利局', level: 'department' as const },
    { id: 'chengguan', name: '城关镇', level: 'township' as const },
  ],
}

describe('proposal', () => {
  it('R-D1 is said in sentences with confidence and reasons, the uncertain marked', () => {
    const [kind, category, lead, handling, ...rest] = proposalSentences(aTicket(), directory)
    expect(kind).toMatchObject({ label: '类型', value: '求助' })
    expect(category).toEqual({
      label: '归类',
      value: '供水',
      confidence: 94,
      unsure: false,
      why: '提到‘停水’‘水压’；该镇近 30 天 6 件同类',
    })
    expect(lead).toMatchObject({ value: '县水利局，协办：城关镇', unsure: true })
    expect(handling).toMatchObject({ value: '3 个工作日' })
    expect(rest).toEqual([])
  })

  it('is accepted as it stands, without a date the class already decides (R-L1)', () => {
    expect(acceptance(aTicket())).toEqual({
      ticketId: 't1',
      kind: 'help',
      categoryId: 'water-supply',
      leadUnitId: 'water',
      coUnitIds: ['chengguan'],
      handlingClass: 'threeDay',
    })
  })

  it('R-P5 is not accepted in one tap while a confidential matter or a report has no summary', () => {
    const { proposal } = aTicket()
    const report = { ...proposal!, kind: { ...proposal!.kind, value: 'report' as const } }
    expect(acceptance(aTicket({ confidential: true }))).toBeUndefined()
    expect(acceptance(aTicket({ proposal: report }))).toBeUndefined()
    expect(acceptance(aTicket({ confidential: true, summary: '反映某处停水' }))).toMatchObject({
      summary: '反映某处停水',
    })
  })

  it('is not offered to a reader who may not dispatch', () => {
    expect(acceptance(aTicket({ commands: ['ticket.answer'] }))).toBeUndefined()
  })
})
