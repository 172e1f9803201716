import { callbackScript } from './callback-script'
import { aTicket } from './testing'

const county = { code: 'LX', name: '澜溪县', phone: '12345' }
const result = {
  round: 1,
  at: 0,
  unit: '县水利局',
  found: '接口老化',
  done: '已更换接口',
  outcome: 'solved' as const,
  photos: [],
}

describe('callbackScript', () => {
  it('R-C1 says who calls about what, and the reply that was approved', () => {
    const results = [
      { ...result, state: 'sentBack' as const, done: '在办' },
      { ...result, state: 'approved' as const },
    ]
    const words = callbackScript(aTicket({ results }), county).join('')
    expect(words).toContain('澜溪县社情民意服务中心')
    expect(words).toContain('「小区停水三天」')
    expect(words).toContain('县水利局答复说：「已更换接口」')
  })

  it('leaves the reply out where the centre answered directly (E3)', () => {
    expect(callbackScript(aTicket(), county)).toHaveLength(1)
  })
})
