/** Chooses a person of the demo, keeps the sign-in in this browser, and goes back where one came from. */
'use strict'

const GROUPS = [
  { title: '群众', hint: '反映诉求、预约县领导', roles: ['citizen'] },
  { title: '代办', hint: '村级协管员，替乡亲反映', roles: ['agent'] },
  { title: '中心办理员', hint: '受理、派单、审核、回访', roles: ['operator'] },
  { title: '单位', hint: '签收、办理、答复', roles: ['unitHead', 'handler'] },
  { title: '县领导', hint: '阅批、审签、接待', roles: ['leader'] },
  { title: '督查', hint: '重办、督办、回头看', roles: ['supervisor'] },
  { title: '管理员', hint: '单位、人员、日历、责任清单', roles: ['admin'] },
]

const status = document.getElementById('status')
const groups = document.getElementById('groups')
const search = document.getElementById('search')

/** Only a page of this site: anything else would make the sign-in a way to send people elsewhere. */
function pageToReturnTo() {
  const back = new URL(new URLSearchParams(location.search).get('back') ?? '/', location.origin)
  return back.origin === location.origin ? back.pathname + back.search + back.hash : '/'
}

function currentPerson() {
  try {
    return JSON.parse(localStorage.getItem('minsheng.person') ?? 'null')?.id ?? null
  } catch {
    return null
  }
}

function element(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

function say(text, failed = false) {
  status.textContent = text
  status.classList.toggle('failed', failed)
}

async function choose(person, button) {
  button.disabled = true
  say(`正在以${person.name}的身份进入…`)
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: person.id }),
    })
    if (!response.ok) throw new Error(String(response.status))
    const { token } = await response.json()
    localStorage.setItem('minsheng.token', token)
    localStorage.setItem('minsheng.person', JSON.stringify(person))
    location.replace(pageToReturnTo())
  } catch {
    button.disabled = false
    say('没能进入，请检查网络后再点一次。', true)
  }
}

function cardOf(person, groupTitle) {
  const button = element('button', 'person')
  button.type = 'button'
  const who = element('span', 'who')
  const name = element('span', 'name', person.name)
  if (person.id === currentPerson()) {
    button.setAttribute('aria-current', 'true')
    name.append(element('small', '', '当前身份'))
  }
  // The role is said only where the heading above does not say it.
  const role = person.roleName === groupTitle && (person.unit || person.note) ? '' : person.roleName
  const what = [person.unit, role, person.note].filter(Boolean).join(' · ')
  who.append(name, element('span', 'what', what))
  const avatar = element('span', 'avatar', person.name.slice(0, 1))
  avatar.setAttribute('aria-hidden', 'true')
  button.append(avatar, who)
  button.addEventListener('click', () => void choose(person, button))
  const item = element('li')
  item.append(button)
  return item
}

function show(people, words) {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (person) => {
    const text = [person.name, person.unit, person.roleName, person.note].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const found = people.filter(matches)
  groups.replaceChildren(
    ...GROUPS.flatMap(({ title, hint, roles }) => {
      const members = found.filter((person) => roles.includes(person.role))
      if (members.length === 0) return []
      const section = element('section', 'group')
      const heading = element('h2', '', title)
      heading.append(element('small', '', hint))
      const list = element('ul', 'people')
      list.append(...members.map((person) => cardOf(person, title)))
      section.append(heading, list)
      return [section]
    }),
  )
  say(
    found.length > 0 ? '' : people.length > 0 ? '没有找到，换个词试试。' : '还没有可以体验的人，请稍后刷新。',
  )
}

async function start() {
  try {
    const response = await fetch('/api/people')
    if (!response.ok) throw new Error(String(response.status))
    const { people } = await response.json()
    search.addEventListener('input', () => show(people, search.value))
    show(people, search.value)
  } catch {
    say('名单没有取到，请刷新页面再试。', true)
  }
}

void start()
