/**
 * Who may import whom (docs: README, map of folders). Every rule is an error and says why; `tests/rules` proves
 * that each of them turns red.
 */
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { transformSync } = require('esbuild')

/** Helpers of tests beside the source. The tests themselves are left out altogether (options.exclude). */
const TESTS = String.raw`/testing(\.tsx?$|/)`
const LIBRARY = '(^|/)node_modules/'
const PAGES = '^src/(pages|workbench|open)/'
const DOMAIN_FOLDER = '^cloudfunctions/_server/(?!runtime/|platform/)([^/]+)/'

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The list in config/client-schemas.ts, which is TypeScript because people read and edit it. */
function clientFiles() {
  const source = readFileSync(path.join(__dirname, 'config', 'client-schemas.ts'), 'utf8')
  const module = { exports: {} }
  new Function('module', 'exports', transformSync(source, { loader: 'ts', format: 'cjs' }).code)(
    module,
    module.exports,
  )
  return module.exports.clientFiles.map(({ file }) => file)
}

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const product = (pattern, rest = {}) => ({ path: pattern, pathNot: TESTS, ...rest })
/** `import type` vanishes when compiled; everything else is code that comes along. */
const code = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // src
    rule(
      'pages-compose-only',
      'A page puts features and components together: what it needs belongs in a feature, behind its index.ts.',
      product(PAGES),
      {
        path: '^src/',
        pathNot: [
          '^src/features/[^/]+/index\\.tsx?$',
          '^src/(components|theme|assets)/',
          '^src/(pages|workbench|open)/',
        ],
      },
    ),
    rule(
      'pages-stay-apart',
      'A page is a folder of its own; what two pages share is a feature or a component.',
      product('^src/(pages|workbench|open)/((?:admin/)?[^/]+)/'),
      { path: PAGES, pathNot: '^src/$1/$2/' },
    ),
    rule(
      'pages-know-core-as-types',
      'Rules are decided in core and shown through a feature; a page that calls core has become a feature.',
      product(PAGES),
      { path: '^core/', ...code },
    ),
    rule(
      'src-knows-core-as-types',
      'Code of core on the phone makes the package heavier and a second place of decision. If a form or a display truly needs the file, list it with its reason in config/client-schemas.ts.',
      product('^src/'),
      { path: '^core/', pathNot: clientFiles().map((file) => `^${escape(file)}$`), ...code },
    ),
    rule(
      'features-through-their-face',
      'Another feature is used through its index.ts, so that its inside can change.',
      product('^src/features/([^/]+)/'),
      { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.tsx?$'] },
    ),
    rule(
      'features-stay-below-pages',
      'Pages are built from features, never the other way round.',
      product('^src/features/'),
      { path: PAGES },
    ),
    rule(
      'components-know-no-domain',
      'Components are words-free UI and the only door to the UI kit: give them data and callbacks.',
      product('^src/components/'),
      { path: ['^src/(?!components/|theme/|assets/)', '^core/'] },
    ),
    rule(
      'cloud-door-stays-thin',
      'src/cloud is the way to the cloud and nothing else: it knows neither features nor pages nor components.',
      product('^src/cloud/'),
      { path: '^src/(features|pages|workbench|open|components)/' },
    ),
    rule(
      'cloud-door-knows-contracts',
      'Of core the door to the cloud knows the types of contracts and the errors.',
      product('^src/cloud/'),
      { path: '^core/', pathNot: '^core/(contracts|errors)/' },
    ),
    rule(
      'transport-by-alias',
      'The build chooses the transport (`@transport`): a direct import would put both into both builds.',
      product('^src/', { pathNot: [TESTS, '^src/cloud/(h5|weapp)/'] }),
      { path: '^src/cloud/(h5|weapp)/(?!index\\.tsx?$)' },
    ),
    rule(
      'one-transport-not-the-other',
      'wx.cloud does not exist in a browser, nor the browser in the mini-program.',
      product('^src/cloud/(h5|weapp)/'),
      { path: '^src/cloud/(h5|weapp)/', pathNot: '^src/cloud/$1/' },
    ),
    rule(
      'src-is-the-client',
      'Nothing of the server, the local cloud or the demo may reach a phone.',
      product('^src/'),
      { path: '^(cloudfunctions|localcloud|demo|deploy|scripts)/' },
    ),

    // cloud functions
    rule(
      'functions-are-a-few-lines',
      'A deployable function names its actions and hands them to the runtime; everything else is in _server.',
      product('^cloudfunctions/(?!_server/)([^/]+)/'),
      {
        path: '^(cloudfunctions|core|src|localcloud|demo|deploy)/|(^|/)node_modules/',
        pathNot: [
          '^cloudfunctions/$1/',
          '^cloudfunctions/_server/runtime/',
          '^cloudfunctions/_server/[^/]+/[^/]+\\.actions\\.ts$',
        ],
      },
    ),
    rule(
      'actions-call-their-service',
      'An action is contract and service: reading and writing is the business of the service.',
      product('^cloudfunctions/_server/.*\\.actions\\.ts$'),
      { path: ['^cloudfunctions/_server/.*\\.repository\\.ts$', '^cloudfunctions/_server/platform/'] },
    ),
    rule(
      'actions-in-their-domain',
      'An action calls the service of its own domain, which asks other domains.',
      product(`${DOMAIN_FOLDER}.*\\.actions\\.ts$`),
      { path: DOMAIN_FOLDER, pathNot: '^cloudfunctions/_server/$1/' },
    ),
    rule(
      'services-know-no-platform',
      'A service gets time, ids, files and the log from ctx and data from its repository, so that it can be tested without a cloud.',
      product('^cloudfunctions/_server/.*\\.service\\.ts$'),
      { path: '^cloudfunctions/_server/platform/', ...code },
    ),
    rule(
      'repositories-only-store',
      'A repository turns documents into records; decisions and other domains are above it.',
      product('^cloudfunctions/_server/.*\\.repository\\.ts$'),
      {
        path: [
          '^cloudfunctions/_server/.*\\.(service|actions)\\.ts$',
          '^cloudfunctions/_server/[^/]+/index\\.ts$',
        ],
      },
    ),
    rule(
      'repositories-know-core-as-types',
      'What is stored has the types of core; what it means is decided in core and called by the service.',
      product('^cloudfunctions/_server/.*\\.repository\\.ts$'),
      { path: '^core/', ...code },
    ),
    rule(
      'domains-through-their-face',
      'Another domain is used through its index.ts, so that its inside can change.',
      product(DOMAIN_FOLDER),
      {
        path: DOMAIN_FOLDER,
        pathNot: ['^cloudfunctions/_server/$1/', '^cloudfunctions/_server/[^/]+/index\\.ts$'],
      },
    ),
    rule(
      'platform-is-the-ground',
      'The platform hides the SDK from everybody; it knows nobody above it.',
      product('^cloudfunctions/_server/platform/'),
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_server/platform/' },
    ),
    rule(
      'server-is-the-server',
      'A cloud function carries neither pages nor the local cloud nor the demo.',
      product('^cloudfunctions/'),
      { path: '^(src|localcloud|demo|deploy|scripts)/' },
    ),
    rule(
      'sdk-only-in-platform',
      'wx-server-sdk has one door, _server/platform: its traps (mass updates, identity, retries) are handled once.',
      product('^(?!cloudfunctions/_server/platform/)'),
      { path: '(^|/)node_modules/(wx-server-sdk|@cloudbase)/' },
    ),

    // core, local cloud, demo
    rule(
      'core-is-pure',
      'core runs in the cloud, on phones and in tests alike: no input or output, only valibot, dayjs and chinese-days.',
      product('^core/'),
      {
        path: '.',
        pathNot: ['^core/', '(^|/)node_modules/(valibot|dayjs|chinese-days)/'],
        couldNotResolve: false,
      },
    ),
    rule(
      'localcloud-imitates-a-cloud',
      'The local cloud loads built functions by path, as the real one does; it must not know the product.',
      product('^localcloud/'),
      { path: '^(src|cloudfunctions)/' },
    ),
    rule(
      'localcloud-knows-no-rules',
      'A cloud has no opinion about matters and receptions: its code works without core.',
      product('^localcloud/'),
      { path: '^core/', ...code },
    ),
    rule(
      'demo-writes-through-import',
      'The demo county is made by decisions of core and written through the import of the local cloud; of the server it knows only how personal data are encrypted, so that the server can read them.',
      product('^demo/'),
      { path: '^(src|cloudfunctions)/', pathNot: '^cloudfunctions/_server/platform/crypto\\.ts$' },
    ),

    // everywhere
    rule(
      'node-only-where-node-is',
      'Phones have no Node, and a cloud function meets it in _server/platform only.',
      product('^(src|core|cloudfunctions)/', { pathNot: [TESTS, '^cloudfunctions/_server/platform/'] }),
      { dependencyTypes: ['core'] },
    ),
    rule(
      'no-test-code-in-the-product',
      'What only tests need must not be delivered.',
      product('^(src|core|cloudfunctions|localcloud|demo)/'),
      { path: ['^tests/', TESTS] },
    ),
    rule(
      'delivered-code-has-dependencies',
      'A library that is delivered belongs in `dependencies`.',
      product('^(src|core|cloudfunctions)/'),
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...code },
    ),
    rule('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'no-cycles',
      'A cycle of imports has no beginning: move what both need into a third file.',
      { pathNot: TESTS },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    {
      ...rule(
        'no-cycles-between-features',
        'Two features that need each other are one feature, or share a third.',
        { path: '^src/features/[^/]+$' },
        { circular: true, path: '^src/features/[^/]+$' },
      ),
      scope: 'folder',
    },
    {
      ...rule(
        'no-cycles-between-domains',
        'Two domains that need each other cannot be understood apart: let one tell the other through an event.',
        { path: '^cloudfunctions/_server/(?!runtime|platform)[^/]+$' },
        { circular: true, path: '^cloudfunctions/_server/(?!runtime|platform)[^/]+$' },
      ),
      scope: 'folder',
    },
  ],
  options: {
    doNotFollow: { path: LIBRARY },
    exclude: { path: ['\\.test\\.tsx?$', '^dist/', '^\\.cache/', '^\\.data/'] },
    // Types too: `import type` is allowed where code is not, and must be seen to be told apart.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
}
