import { View } from '@tarojs/components'
import type { TicketView } from '@core/contracts/ticket/views'
import { CHANNELS, KINDS, OUTCOMES } from '@core/ticket/words'
import { a11y } from '@/components/a11y'
import { exactWords } from '@/features/time'
import { Facts, joined, Part, Words } from './parts'
import s from './docket.module.scss'

/** The matter, what is proposed or was done, and room for the leader's words and name. */
export function SignSheet({ ticket, title }: { ticket: TicketView; title: string }) {
  const { toSign, results, coUnits } = ticket
  const result = results.find(({ state }) => state === 'inReview')
  return (
    <View className={s.paper} data-state="filled">
      <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
        {`群众诉求${title}`}
      </View>
      <View className={s.number}>{`编号 ${ticket.number}`}</View>
      <Facts rows={factsOf(ticket)} />
      <Part title="反映内容">
        <Words>{ticket.summary ?? ticket.words ?? ticket.title}</Words>
      </Part>
      {toSign?.words && (
        <Part title="呈批意见">
          <Words>{toSign.words}</Words>
        </Part>
      )}
      {toSign?.sheet === 'signOff' && ticket.instruction && (
        <Part title="领导批示">
          <Words label={ticket.instruction.leader}>{ticket.instruction.words}</Words>
        </Part>
      )}
      {result && (
        <Part title="办理结果">
          <Words label="办理单位">{joined('、', result.unit, ...coUnits.map(({ name }) => name))}</Words>
          <Words label="调查情况">{result.found}</Words>
          <Words label="办理情况">{result.done}</Words>
          <Words label="结果">{OUTCOMES[result.outcome]}</Words>
        </Part>
      )}
      <View className={s.seal}>
        <View className={s.heading}>{toSign?.sheet === 'signOff' ? '审签意见' : '领导批示'}</View>
        <View className={s.room} />
        <View className={s.stamp}>{`${toSign?.leader ?? ''}（签字）`}</View>
        <View className={s.date}>年 月 日</View>
      </View>
    </View>
  )
}

function factsOf(ticket: TicketView): [string, string | undefined][] {
  const { kind, category, channel, superior, place, createdAt, reporter, proposal, instruction } = ticket
  return [
    ['呈送', ticket.toSign?.leader],
    ['类别', joined(' · ', kind && KINDS[kind], category?.name)],
    ['来源', channel && joined(' ', CHANNELS[channel], superior?.number)],
    ['上级期限', superior && exactWords(superior.deadline)],
    ['反映人', reporter && joined(' ', reporter.name, reporter.phone)],
    ['地点', place],
    ['收到', exactWords(createdAt)],
    ['承办', ticket.leadUnit],
    ['建议期限', instruction || !proposal ? undefined : exactWords(proposal.deadline)],
  ]
}
