export default definePageConfig({ navigationBarTitleText: '签批单' })
