/**
 * The one catalogue of errors: code → what people read and whether trying again can help.
 * Services throw AppError(code); the function runtime is the only catch. Nothing else words an error.
 */
export const ERRORS = {
  INVALID_INPUT: { message: '有几处需要改一下', retryable: false },
  NOT_SIGNED_IN: { message: '请先登录', retryable: false },
  NOT_FOUND: { message: '没有找到这项内容', retryable: false },
  FORBIDDEN: { message: '您没有办理这一步的权限', retryable: false },
  WRONG_STATE: { message: '这件事的进度已经变了，请刷新后再看', retryable: false },
  CONFLICT: { message: '刚才有人同时在办，请刷新后再试', retryable: true },
  REQUEST_REUSED: { message: '这次提交和上一次内容不同，请重新提交', retryable: false },
  RATE_LIMITED: { message: '操作太频繁了，请稍后再试', retryable: true },
  RULE_REFUSED: { message: '按规定现在不能这样办', retryable: false },
  SLOT_TAKEN: { message: '这个时段刚刚约满，请看看别的时段', retryable: false },
  ALREADY_BOOKED: { message: '您已有一个预约，办完或取消后才能再约', retryable: false },
  BOOKING_CLOSED: { message: '这一天的预约已经截止', retryable: false },
  PHOTO_REFUSED: { message: '这张照片无法使用，请换一张', retryable: false },
  TOO_LARGE: { message: '内容太大了，请减少一些', retryable: false },
  UNKNOWN_ACTION: { message: '没有这个功能', retryable: false },
  INTERNAL: { message: '系统出了点问题，您填的内容没有丢，请稍后再试', retryable: true },
} as const

export type ErrorCode = keyof typeof ERRORS
