export default definePageConfig({ navigationBarTitleText: '接待排班' })
