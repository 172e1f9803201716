export default definePageConfig({ navigationBarTitleText: '热点事项', enablePullDownRefresh: true })
