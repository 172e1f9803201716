export default definePageConfig({ navigationBarTitleText: '接待公示' })
