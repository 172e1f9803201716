import { View } from '@tarojs/components'
import type { ActionOutput } from '@core/contracts'
import type { RatingView, ResultView, TicketView } from '@core/contracts/ticket/views'
import {
  CHANNELS,
  DISSATISFIED_REASONS,
  HANDLING_CLASSES,
  KINDS,
  OUTCOMES,
  SATISFACTIONS,
  SOLVED,
} from '@core/ticket/words'
import { a11y } from '@/components/a11y'
import { PhotoGrid } from '@/components/photo-grid'
import { exactWords } from '@/features/time'
import { Facts, joined, Part, Words } from './parts'
import s from './docket.module.scss'

interface Props {
  ticket: TicketView
  docket: ActionOutput<'ticket.docket'>
}

/** The document: cover, matter, results, what the reporter said, everything that happened, seal. */
export function Sheets({ ticket, docket }: Props) {
  const { results, ratings, callbacks } = ticket
  return (
    <View className={s.paper} data-state="filled">
      <View className={s.keeper}>{docket.keeper}</View>
      <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
        群众诉求办理卷宗
      </View>
      <View className={s.number}>{`编号 ${docket.number}`}</View>
      <Facts rows={coverOf(ticket, docket.closedAt)} />
      <Part title="反映内容">
        {ticket.summary && <Words label="摘要">{ticket.summary}</Words>}
        {ticket.words && <Words>{ticket.words}</Words>}
        <PhotoGrid label="反映人照片" urls={ticket.photos.map(({ url }) => url)} />
      </Part>
      {ticket.instruction && (
        <Part title="领导批示">
          <Words label={ticket.instruction.leader}>{ticket.instruction.words}</Words>
        </Part>
      )}
      {results.length > 0 && (
        <Part title="办理结果">
          {results.map((result) => (
            <Result key={`${result.round}-${result.at}`} result={result} />
          ))}
        </Part>
      )}
      {(ratings.length > 0 || callbacks.length > 0) && (
        <Part title="回访与评价">
          {callbacks.map(({ at, outcome, words, by, round }) => (
            <View key={at} className={s.item}>
              <View className={s.quiet}>{`第 ${round} 次办理 · ${exactWords(at)} · ${by}`}</View>
              <View>{`电话回访：${outcome === 'answered' ? '接通' : '没人接'}${words ? `。${words}` : ''}`}</View>
            </View>
          ))}
          {ratings.map((rating) => (
            <Rating key={`${rating.round}-${rating.at}`} rating={rating} />
          ))}
        </Part>
      )}
      <Part title="办理过程">
        {docket.items.map(({ seq, at, who, title, words, photos, internal }) => (
          <View key={seq} className={s.item}>
            <View className={s.quiet}>
              {joined(
                ' · ',
                String(seq),
                exactWords(at),
                who,
                internal && '内部',
                photos.length > 0 && `照片 ${photos.length} 张`,
              )}
            </View>
            <View>{title}</View>
            {words && <View className={s.words}>{words}</View>}
          </View>
        ))}
      </Part>
      <View className={s.seal}>
        <View>{`本卷共 ${docket.seal.events} 条记录，按顺序逐条相连，改动任何一条都能查出。`}</View>
        <View className={s.hash}>{`末条校验码 ${docket.seal.head}`}</View>
        <View className={s.stamp}>{`${docket.keeper}（盖章）`}</View>
        <View className={s.date}>年 月 日</View>
      </View>
    </View>
  )
}

function coverOf(ticket: TicketView, closedAt: number): [string, string | undefined][] {
  const {
    kind,
    category,
    channel,
    superior,
    place,
    address,
    reporter,
    leadUnit,
    coUnits,
    handlingClass,
    round,
  } = ticket
  return [
    ['事项', ticket.title],
    ['类别', joined(' · ', kind && KINDS[kind], category?.name)],
    ['来源', channel && joined(' ', CHANNELS[channel], superior?.number)],
    [
      '反映人',
      reporter && joined(' ', reporter.name, reporter.phone, reporter.enterprise, reporter.position),
    ],
    ['地点', joined(' ', place, address)],
    ['主办', leadUnit],
    ['协办', coUnits.map(({ name }) => name).join('、')],
    ['办理方式', handlingClass && HANDLING_CLASSES[handlingClass]],
    ['办理次数', round > 1 ? `${round} 次` : undefined],
    ['办结', exactWords(closedAt)],
  ]
}

function Result({ result }: { result: ResultView }) {
  const { round, at, unit, found, done, outcome, basis, promisedFor, contact, missing, photos } = result
  return (
    <View className={s.item}>
      <View
        className={s.quiet}
      >{`第 ${round} 次办理 · ${exactWords(at)} · ${unit} · ${OUTCOMES[outcome]}`}</View>
      <Words label="调查情况">{found}</Words>
      <Words label="办理情况">{done}</Words>
      {basis && <Words label="依据">{basis}</Words>}
      {promisedFor !== undefined && <Words label="承诺日期">{exactWords(promisedFor)}</Words>}
      {contact && <Words label="沟通情况">{contact}</Words>}
      {missing && <Words label="退回补办">{missing}</Words>}
      <PhotoGrid label="办理照片" urls={photos.map(({ url }) => url)} />
    </View>
  )
}

function Rating({ rating }: { rating: RatingView }) {
  const { round, at, by, solved, result, attitude, reasons, words } = rating
  const choices = joined(
    '，',
    solved && SOLVED[solved],
    `结果${SATISFACTIONS[result]}`,
    attitude && `态度${SATISFACTIONS[attitude]}`,
  )
  return (
    <View className={s.item}>
      <View className={s.quiet}>
        {`第 ${round} 次办理 · ${exactWords(at)} · ${by === 'phone' ? '电话回访' : '反映人评价'}`}
      </View>
      <View>{choices}</View>
      {reasons.length > 0 && (
        <Words label="原因">{reasons.map((reason) => DISSATISFIED_REASONS[reason]).join('、')}</Words>
      )}
      {words && <Words>{words}</Words>}
    </View>
  )
}
