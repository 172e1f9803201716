import { filesOf, type Built, type Check } from './check'

/** Location functions that app.json must name. */
const LOCATION =
  `getLocation getFuzzyLocation onLocationChange startLocationUpdate startLocationUpdateBackground
  chooseLocation choosePoi chooseAddress`.split(/\s+/)
/** What may only be asked after the person has agreed to the privacy guide. */
const PRIVATE = [
  ...LOCATION,
  ...'chooseMedia chooseImage chooseVideo chooseMessageFile getPhoneNumber'.split(' '),
]

/** Our own scripts; Taro's runtime names every function that there is. */
const ownScripts = (built: Built): string =>
  filesOf(built, '.js')
    .filter(([file]) => !/(^|\/)(taro|vendors|app)\.js$/.test(file))
    .map(([, text]) => text)
    .join('\n')

const usedBy = (script: string, names: readonly string[]): string[] =>
  names.filter((name) => new RegExp(`\\.${name}\\(|openType:\\s*"${name}"`).test(script))

export const privacyChecks: Check[] = [
  {
    name: '用到的位置接口都声明了，没用到的没有声明（requiredPrivateInfos）',
    faults(built) {
      const used = usedBy(ownScripts(built), LOCATION)
      const declared = built.app.requiredPrivateInfos ?? []
      return [
        ...used.filter((name) => !declared.includes(name)).map((name) => `${name} is used and not declared`),
        ...declared.filter((name) => !used.includes(name)).map((name) => `${name} is declared and not used`),
        ...(used.length > 0 && !built.app.permission?.['scope.userLocation']?.desc
          ? ['no reason is given for the place (permission)']
          : []),
      ]
    },
  },
  {
    name: '用照片、位置、手机号之前先问隐私授权',
    faults(built) {
      const script = ownScripts(built)
      if (usedBy(script, PRIVATE).length === 0) return []
      return [
        ...(built.app.__usePrivacyCheck__ === true ? [] : ['app.json: __usePrivacyCheck__ is not true']),
        ...['onNeedPrivacyAuthorization', 'agreePrivacyAuthorization', 'openPrivacyContract']
          .filter((name) => !script.includes(name))
          .map((name) => `nothing uses ${name}`),
      ]
    },
  },
]
