import { startPhones, type Phones } from '../support/phones'
import { openScene, scenes, STATES, type Scene } from '../support/scenes'

/** R-Y2: every page of app.json, opened in each of its states. */
let phones: Phones
let all: Scene[]

beforeAll(async () => {
  phones = await startPhones({ history: true })
  all = await scenes(phones)
}, 120_000)

afterAll(() => phones.close())

it.each(STATES)(
  'R-Y2 every page that has a state "%s" reaches it',
  async (state) => {
    for (const scene of all.filter((each) => each.state === state)) {
      const app = await openScene(phones, scene)
      app.close()
    }
  },
  120_000,
)
