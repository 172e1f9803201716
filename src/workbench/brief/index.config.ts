export default definePageConfig({ navigationBarTitleText: '接待前简报' })
