export const referralRefusals = {
  referral_wrong_state: { status: 409, message: '刚才有人登记过这张转介单了。看一下最新的结果。' },
  too_many_referrals: { status: 409, message: '这件求助的转介单太多了。先看看已经转出去的。' },
  print_no_font: {
    status: 503,
    message: '服务器上没有打印用的字体。请管理员看运行手册，再来打印。',
  },
} as const;
