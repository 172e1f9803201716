/** What several people say about one thing, and the tickets behind it. */
export { HotList } from './hot-list'
export { HotMatter } from './hot-matter'
