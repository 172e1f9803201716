/** How words of danger are misspelt by ear, by hand and by phone keyboards; and their traditional forms. */
const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/(天然|煤|燃|液化|沼)[汽器]/g, '$1气'],
  [/天燃气|tianran ?qi/g, '天然气'],
  [/煤七|mei ?qi/g, '煤气'],
  [/[着著走][活伙货或]|zhao ?huo/g, '着火'],
  [/起活了/g, '起火了'],
  [/变压[气汽]/g, '变压器'],
  [/(房|墙|楼|桥|路|坝|山|屋|棚)(子|面)?(都|要|快)?踏/g, '$1$2$3塌'],
  [/列(开|缝)/g, '裂$1'],
  [/(杆|墙|树|架)(子)?到了/g, '$1$2倒了'],
  [/暴(炸|燃|裂)/g, '爆$1'],
  [/[楼露]气|lou ?qi/g, '漏气'],
  [/[露楼]电|漏点了/g, '漏电'],
  [/蹋|榻/g, '塌'],
  [/泄[陋楼]/g, '泄漏'],
]
const TRADITIONAL =
  '氣電線樓燒變壓裡煙傷樹橋壞斷災牆裂開墜礦廠學醫體貨車門們個來還沒頂漲溫發瘋殺綁纜桿爐閥臭滾無進'
const SIMPLE =
  '气电线楼烧变压里烟伤树桥坏断灾墙裂开坠矿厂学医体货车门们个来还没顶涨温发疯杀绑缆杆炉阀臭滚无进'

const SIMPLIFIED = new Map([...TRADITIONAL].map((character, n) => [character, [...SIMPLE][n]!]))

/** The text with the usual misspellings of danger put right, so that the signs need not know them. */
export function spelt(text: string): string {
  const simple = [...text].map((character) => SIMPLIFIED.get(character) ?? character).join('')
  return MISSPELT.reduce((read, [wrong, right]) => read.replace(wrong, right), simple)
}
