import type { StandardReply } from '@core/knowledge'

/** R-H4: what replies of this county start from; 【】 is for whoever handles the matter to fill. */
type Text = { for: 'answer'; words: string } | { for: 'result'; found: string; done: string }
type Row = [categoryId: string | undefined, title: string, text: Text]

const answer = (words: string): Text => ({ for: 'answer', words })
const result = (found: string, done: string): Text => ({ for: 'result', found, done })

const rows: Row[] = [
  [
    'water-supply',
    '计划停水',
    answer(
      '您反映的【村或小区】停水，是供水管道【检修或改造】，计划【日期和时间】恢复。期间由【单位】在【地点】送水，电话【号码】。',
    ),
  ],
  [
    'water-supply',
    '管道抢修',
    result(
      '【日期】到【地点】查看，【哪一段】供水管道【破裂或锈蚀】，影响【多少户】。',
      '【日期】更换【多长】管道并冲洗，【时间】恢复供水，水压【数值】，已请【反映人或住户】验看。',
    ),
  ],
  [
    'street-light',
    '路灯维修',
    result(
      '【日期】晚上到【路段】查看，【几盏】路灯不亮，原因是【线路或灯具】故障。',
      '【日期】更换【几个】【灯具或线路】，当晚【时间】复查，全部亮灯。',
    ),
  ],
  [
    'rubbish',
    '垃圾清运',
    result(
      '【日期】到【地点】查看，堆放垃圾约【数量】，原因是【原因】。',
      '【日期】清运【几车】并冲洗地面，今后【每几天】清运一次，责任人【姓名和电话】。',
    ),
  ],
  [
    'noise',
    '噪声检查',
    result(
      '【日期】【时间】到【地点】检测，噪声【数值】分贝，标准为【数值】分贝。',
      '已要求【单位】【采取的措施】，【日期】同一时段复测为【数值】分贝。',
    ),
  ],
  [
    'wages',
    '欠薪核实',
    result(
      '【日期】到【工地或企业】核实，涉及【几人】工资【金额】元，原因是【原因】。',
      '【日期】约谈【单位】，已支付【金额】元；余款【日期】前付清，由【单位】盯到付清为止。',
    ),
  ],
  [
    'allowance',
    '低保怎么申请',
    answer(
      '申请低保，请带户口本、身份证和【其他材料】到【乡镇】便民服务中心【窗口】，电话【号码】。受理后【几】个工作日内入户核对并答复。',
    ),
  ],
  [
    'medicare',
    '医保报销',
    answer(
      '这种情况可以报销【比例或金额】。请带【材料】到【窗口和地址】办理，电话【号码】，【几】个工作日内到账。',
    ),
  ],
  [
    undefined,
    '办事指引',
    answer('这件事由【单位】办理，地址【地址】，电话【号码】，【工作时间】。请带【材料】。'),
  ],
  [
    undefined,
    '现场处理',
    result(
      '【日期】到【地点】查看，情况是【看到了什么】，原因是【原因】。',
      '【日期】【做了什么】，现在【结果】，【反映人】认可。',
    ),
  ],
]

export const standardReplies: StandardReply[] = rows.map(([categoryId, title, text], place) => ({
  id: `reply-${place + 1}`,
  title,
  ...(categoryId === undefined ? {} : { categoryId }),
  ...text,
}))
