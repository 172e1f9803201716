import { View } from '@tarojs/components'
import type { AlternativeView, TicketView } from '@core/contracts/ticket/views'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { SectionTitle } from '@/components/section-title'
import type { Directory } from '@/features/directory'
import { acceptance, nameIn, proposalSentences } from './proposal'
import s from './proposal-card.module.scss'

interface Props {
  ticket: TicketView
  directory: Directory
  /** Opens the form with the proposal filled in. */
  onChange(): void
  /** Opens it filled in with another category that was likely. */
  onChoose(other: AlternativeView): void
}

/** R-D1: what the system proposes, as sentences with reasons; accepting it is the page's main action. */
export function ProposalCard({ ticket, directory, onChange, onChoose }: Props) {
  const sentences = proposalSentences(ticket, directory)
  if (sentences.length === 0) return null
  const others = ticket.proposal?.others ?? []
  const nameOf = ({ categoryId }: AlternativeView) => nameIn(directory.categories)(categoryId.value)
  const mayDispatch = ticket.commands.includes('ticket.dispatch')
  return (
    <Card tone="main">
      <SectionTitle
        aside={
          mayDispatch && (
            <Button small kind="quiet" icon="pencil" onClick={onChange}>
              改一改
            </Button>
          )
        }
      >
        派单建议
      </SectionTitle>
      {sentences.map(({ label, value, confidence, unsure, why }) => (
        <View key={label} className={s.sentence}>
          <View className={s.what}>
            {`${label}：${value}`}
            <View className={unsure ? s.unsure : s.sure}>
              {unsure ? `把握 ${confidence}%，请核对` : `把握 ${confidence}%`}
            </View>
          </View>
          <View className={s.why}>{why}</View>
        </View>
      ))}
      {mayDispatch && others.length > 0 && (
        <View className={s.sentence}>
          <View className={s.why}>也可能是（点一下换成它）</View>
          <View className={s.others}>
            {others.map((other) => (
              <Button
                key={other.categoryId.value}
                small
                kind="plain"
                label={`改成${nameOf(other)}`}
                onClick={() => onChoose(other)}
              >
                {`${nameOf(other)} ${Math.round(other.categoryId.confidence * 100)}%`}
              </Button>
            ))}
          </View>
        </View>
      )}
      {mayDispatch && !acceptance(ticket) && (
        <View className={s.unsure}>
          {ticket.proposal?.outside
            ? '建议的单位不在本乡镇：请交县中心办；本乡镇能办的，点“改一改”派给本乡镇的单位。'
            : '这件事要先写转办摘要才能派：单位看不到反映人的原话。'}
        </View>
      )}
    </Card>
  )
}
