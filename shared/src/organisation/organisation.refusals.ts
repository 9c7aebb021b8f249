export const organisationRefusals = {
  enterprise_not_found: { status: 404, message: '没找到这家企业。回到列表再选。' },
  post_not_found: { status: 404, message: '没找到这个任职。它可能已经结束了。' },
  last_head: { status: 409, message: '这里和上级都没有别的主席了。先请一位，再办离任。' },
  invitation_not_found: { status: 404, message: '这串数字用不了。请给您的人再发一次。' },
  holds_it_already: { status: 409, message: '您已经有这个任职了。不用再接。' },
  day_to_come: { status: 422, message: '这一天还没到。填今天或者以前的日子。' },
  day_is_over: { status: 422, message: '这一天已经过了。填今天或者以后的日子。' },
} as const;
