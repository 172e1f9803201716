import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { TicketCard, TicketView } from '@core/contracts/ticket/views'
import { CHANNELS, HANDLING_CLASSES, KINDS, REFUSAL_REASONS } from '@core/ticket/words'
import { a11y } from '@/components/a11y'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { PhotoGrid } from '@/components/photo-grid'
import { Tag } from '@/components/tag'
import { docketUrl, SHEETS, signSheetUrl } from '@/features/docket'
import { StatusTag } from '@/features/ticket'
import { DueText, exactWords, momentWords } from '@/features/time'
import { needsSummary } from './forms'
import { OrderTag } from './orders'
import { holderWords } from './queue'
import s from './ticket.module.scss'

/** What makes a matter special, in a word each. */
export function Marks({ ticket }: { ticket: TicketCard }) {
  const { urgent, major, confidential, round, order, missed = [] } = ticket
  return (
    <>
      {urgent && (
        <Tag icon="warning" tone="danger">
          紧急
        </Tag>
      )}
      {major && (
        <Tag icon="flag" tone="act">
          重大
        </Tag>
      )}
      {confidential && <Tag icon="lock">保密</Tag>}
      {order && <OrderTag {...order} />}
      {missed.map(({ unit, at }) => (
        <Tag key={unit} icon="pin" tone="danger">
          {`${unit}${at === undefined ? '未报到' : '迟到'}`}
        </Tag>
      ))}
      {round > 1 && <Tag icon="refresh" tone="act">{`第 ${round} 次办理`}</Tag>}
    </>
  )
}

/** What it is, where it stands, who has it and until when. */
export function TicketHead({ ticket }: { ticket: TicketView }) {
  const { number, title, status, due, arrival, whistle, question, extension } = ticket
  const { refusal, withdrawal, instruction, toSign, superior, mainTicket, joined } = ticket
  const held = holderWords(ticket)
  return (
    <Card>
      <View className={s.line} data-state="filled">
        <StatusTag status={status} />
        <Marks ticket={ticket} />
        {ticket.centre && <Tag icon="building">{ticket.centre.name.replace('社情民意服务中心', '中心')}</Tag>}
        {ticket.publicMatter && <Tag>公共事项</Tag>}
      </View>
      <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className={s.quiet}>{number}</View>
      <View className={s.line}>
        {held && <View>{held}</View>}
        {due && <DueText due={due} exact />}
      </View>
      {superior && (
        <NoticeBar icon="flag" tone={superior.replied === undefined ? 'act' : 'main'}>
          {superiorWords(superior)}
        </NoticeBar>
      )}
      {instruction && (
        <NoticeBar icon="sign" tone="main">
          {`${instruction.leader}批示：${instruction.words}`}
        </NoticeBar>
      )}
      {question && (
        <NoticeBar icon="question" tone="act">
          {`已问反映人：${question.words}（等到 ${momentWords(question.until, Date.now())}）`}
        </NoticeBar>
      )}
      {arrival && (
        <NoticeBar icon="pin" tone={arrival.late ? 'danger' : 'act'}>
          {arrivalWords(arrival)}
        </NoticeBar>
      )}
      {whistle && (
        <NoticeBar icon="pin" tone={whistle.reports.some(({ late }) => late) ? 'danger' : 'act'}>
          {whistleWords(whistle)}
        </NoticeBar>
      )}
      {extension && (
        <NoticeBar icon="clock" tone="act">
          {`申请延期到 ${momentWords(extension.until, Date.now())}，等待审批`}
        </NoticeBar>
      )}
      {withdrawal && status !== 'withdrawn' && (
        <NoticeBar icon="question" tone="act">
          {`反映人请求撤回：${withdrawal.words}`}
        </NoticeBar>
      )}
      {refusal && (
        <NoticeBar icon="no">{`不予受理：${REFUSAL_REASONS[refusal.reason]}。去处：${refusal.goTo}`}</NoticeBar>
      )}
      {toSign && ticket.readerRole !== 'leader' && (
        <ListItem
          icon="print"
          title={`打印${SHEETS[toSign.sheet]}`}
          note={`请 ${toSign.leader} 在纸上签批，签好以后拍照代录`}
          onClick={() => void Taro.navigateTo({ url: signSheetUrl(ticket.id) })}
        />
      )}
      {status === 'closed' && (
        <ListItem
          icon="print"
          title="卷宗"
          note="这件事从头到尾的记录，可以打印"
          onClick={() => void Taro.navigateTo({ url: docketUrl(ticket.id) })}
        />
      )}
      {mainTicket && (
        <ListItem
          icon="merge"
          title={`已并入 ${mainTicket.number}`}
          note="跟着主件一起办"
          onClick={() => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${mainTicket.id}` })}
        />
      )}
      {joined.map(({ id, number: own, rated }) => (
        <ListItem
          key={id}
          icon="merge"
          title={`${own} 并入本件`}
          note={rated ? '反映人已评价' : '反映人跟着本件的进展'}
          onClick={() => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${id}` })}
        />
      ))}
    </Card>
  )
}

/** A matter from above: what they call it, by when they want it done, and whether they have the reply. */
function superiorWords({ number, deadline, replied }: NonNullable<TicketView['superior']>): string {
  const asked = `上级交办 ${number}，要求 ${momentWords(deadline, Date.now())} 前办结`
  return replied === undefined
    ? `${asked}，还没有回复上级`
    : `${asked}；${momentWords(replied, Date.now())} 已回复上级`
}

/** R-D7: on the spot in time, late, or not yet. */
function arrivalWords({ by, at, late }: NonNullable<TicketView['arrival']>): string {
  const due = `紧急事项，${momentWords(by, Date.now())} 前要到现场`
  if (at === undefined) return late ? `${due}，还没有人签到` : due
  return `${due}；${momentWords(at, Date.now())} 到场${late ? '，已超时' : ''}`
}

/** R-D8: who was called where, and who is there. */
function whistleWords({ by, place, state, units, due, reports }: NonNullable<TicketView['whistle']>): string {
  const called = `${by}吹哨，请${units.join('、')}到${place}`
  if (state === 'asked') return `${called}，等待中心确认`
  if (state === 'refused') return `${called}，中心没有同意`
  const states = reports.map(({ unit, leads, at, late }) => {
    const there = at === undefined ? '未报到' : `${momentWords(at, Date.now())} 报到${late ? '，迟到' : ''}`
    return `${unit}${leads ? '（牵头）' : ''}${there}`
  })
  return `${by}吹哨到${place}，${due === undefined ? '' : `${momentWords(due, Date.now())} 前报到：`}${states.join('；')}`
}

/** R-H3: a co-unit and where its part stands. */
function coUnitWords({ name, due, done, objected }: TicketView['coUnits'][number]): string {
  const late = due?.state === 'late'
  const states = [
    done === undefined ? (late ? '已超期' : due && `${momentWords(due.at, Date.now())} 前`) : '已报送',
    done !== undefined && late && '超期',
    objected !== undefined && '有异议',
  ].filter(Boolean)
  return states.length > 0 ? `${name}（${states.join('，')}）` : name
}

/** The reporter's words, or the summary for readers who get only that (R-P5), and the facts. */
export function Matter({ ticket }: { ticket: TicketView }) {
  const { words, summary, photos, place, address, kind, category, channel, createdAt, handlingClass } = ticket
  const { leadUnit, passedTo, assignee, coUnits, arrivals } = ticket
  const facts: [string, string | undefined][] = [
    ['地点', [place, address].filter(Boolean).join(' ')],
    ['类别', [kind && KINDS[kind], category?.name].filter(Boolean).join(' · ')],
    ['主办', passedTo ? `${leadUnit}（交${passedTo}承办）` : leadUnit],
    ['经办人', assignee && (assignee.left ? `${assignee.name}（已不在本单位，请重新指定）` : assignee.name)],
    ['协办', coUnits.map(coUnitWords).join('、')],
    [
      '到现场',
      arrivals
        .map(({ unit, at, point }) =>
          [unit, momentWords(at, Date.now()), point.name].filter(Boolean).join(' '),
        )
        .join('、'),
    ],
    ['办理方式', handlingClass && HANDLING_CLASSES[handlingClass]],
    ['来源', [channel && CHANNELS[channel], submitted(ticket, createdAt)].filter(Boolean).join(' · ')],
  ]
  return (
    <Card>
      {summary && <View className={s.words}>{`摘要：${summary}`}</View>}
      {words && <View className={s.words}>{words}</View>}
      <PhotoGrid label="反映人照片" urls={photos.map(({ url }) => url)} />
      {facts.map(
        ([name, value]) =>
          value && (
            <View key={name} className={s.fact}>
              <View className={s.name}>{name}</View>
              <View className={s.value}>{value}</View>
            </View>
          ),
      )}
    </Card>
  )
}

/** R-P5: of a confidential matter and of a report only the day is known. */
const submitted = ({ confidential, kind }: TicketView, at: number) =>
  needsSummary(confidential, kind) ? exactWords(at).replace(/（.*$/, '') : exactWords(at)
