export const activityRefusals = {
  activity_not_found: { status: 404, message: '没找到这个活动。回活动列表再看。' },
  activity_closed: { status: 409, message: '报名已经截止。看看别的活动。' },
  activity_cancelled: { status: 409, message: '这个活动取消了。看看别的活动。' },
  activity_wrong_state: { status: 409, message: '这个活动现在不能这样做。看一下最新状态。' },
  activity_times_wrong: { status: 422, message: '时间的先后不对。改好再保存。' },
  activity_seats_taken: { status: 409, message: '报上名的人比这个名额多。名额不能再少。' },
  cancel_needs_reason: { status: 422, message: '写一下为什么取消，好告诉报名的人。' },
  already_registered: { status: 409, message: '您已经报过名了。在“我的”里能看到。' },
  registration_not_found: { status: 404, message: '没找到这次报名。在“我的”里再看。' },
  registration_cancelled: { status: 409, message: '这次报名已经取消了。还想来就再报一次。' },
  too_late_to_cancel: { status: 409, message: '快开始了，不能在这里取消。请打电话说一声。' },
} as const;
