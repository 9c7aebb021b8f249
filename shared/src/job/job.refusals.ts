export const jobRefusals = {
  job_not_found: { status: 404, message: '没找到这个岗位。回妈妈岗列表再看。' },
  job_closed: { status: 409, message: '这个岗位现在不招人了。看看别的。' },
  job_wrong_state: { status: 409, message: '这个岗位现在不能这样做。看一下最新状态。' },
  job_wording: { status: 422, message: '有些话不能写进招工要求。按提示改好再保存。' },
  shift_pattern_wrong: { status: 422, message: '班次的时间不对。改好再保存。' },
  shift_not_found: { status: 404, message: '没找到这个班次。回岗位再选一个。' },
  shift_full: { status: 409, message: '这个班次约满了。选别的班次。' },
  shift_started: { status: 409, message: '这个班次已经开始了。选后面的班次。' },
  already_booked: { status: 409, message: '您已经约了这个班次。在“我的”里能看到。' },
  booking_not_found: { status: 404, message: '没找到这次预约。在“我的”里再看。' },
  booking_cancelled: { status: 409, message: '这次预约已经取消了。还想来就再约一次。' },
} as const;
