export default definePageConfig({ navigationBarTitleText: '预约县领导' })
