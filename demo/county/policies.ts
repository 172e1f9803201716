import type { Policies } from '@core/knowledge'
import { DEFAULT_NUMBERS } from '@core/knowledge/defaults'

/** The defaults of domain.md as this county's policy. */
export const policies: Policies = {
  urgentWords: [
    '燃气泄漏',
    '煤气泄漏',
    '天然气泄漏',
    '燃气味',
    '煤气味',
    '倒塌',
    '垮塌',
    '坍塌',
    '着火',
    '起火',
    '火灾',
    '电线掉',
    '漏电',
    '高压线断',
    '全村停水',
    '大面积停水',
    '爆管',
    '打群架',
    '聚众',
    '食物中毒',
    '疫情',
    '群体发病',
  ],
  kindWords: [
    { kind: 'praise', words: ['感谢', '表扬', '点赞', '锦旗'] },
    { kind: 'report', words: ['举报', '贪污', '受贿', '挪用', '吃拿卡要', '优亲厚友'] },
    { kind: 'suggestion', words: ['建议', '希望能增设', '能否增加', '提个意见'] },
    { kind: 'consult', words: ['咨询', '请问', '怎么办理', '需要什么材料', '什么时候发放', '政策是'] },
    { kind: 'complaint', words: ['投诉', '态度恶劣', '推诿', '乱收费', '扰民', '没人管'] },
    { kind: 'help', words: ['求助', '帮忙', '请帮', '解决一下', '希望尽快'] },
  ],
  ...DEFAULT_NUMBERS,
}
