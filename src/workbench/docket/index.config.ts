export default definePageConfig({ navigationBarTitleText: '卷宗' })
