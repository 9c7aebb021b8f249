export const federationRefusals = {
  federation_not_found: { status: 404, message: '没找到这个妇联。从上一级再找。' },
  joint_needs_partners: { status: 422, message: '联建要有至少 2 个参建单位。补上单位再保存。' },
  led_needs_leader: { status: 422, message: '带建要写明带建单位。补上再保存。' },
  hosted_needs_platform: { status: 422, message: '托建要写明托管平台。补上再保存。' },
  kind_cannot_elect: { status: 422, message: '微家和工作站点不办换届。到上一级妇联办理。' },
  top_stays: { status: 422, message: '最上面的一个不能移。选它下面的再移。' },
  lies_there_already: { status: 422, message: '它现在就在那里。换一个上级再移。' },
  lies_below_itself: { status: 422, message: '不能移到它自己的下级里。换一个上级再移。' },
  level_does_not_fit: { status: 422, message: '上级的层级要比它高。换一个上级再移。' },
  federation_too_deep: { status: 422, message: '这样层数太多。选更高一层的上级再移。' },
} as const;
