import { whyNotElect, whyNotEstablish } from './federation.rules';

const unit = (role: 'member' | 'leader' | 'host', name = '某单位') => ({ name, role });

describe('establishing a federation', () => {
  it('asks two members of a joint one', () => {
    expect(whyNotEstablish('joint', [unit('member')])).toBe('joint_needs_partners');
    expect(whyNotEstablish('joint', [unit('member'), unit('host')])).toBe('joint_needs_partners');
    expect(whyNotEstablish('joint', [unit('member'), unit('member', ' ')])).toBe(
      'joint_needs_partners',
    );
    expect(whyNotEstablish('joint', [unit('member'), unit('member')])).toBeUndefined();
  });

  it('asks a leading organisation of a led one', () => {
    expect(whyNotEstablish('led', [unit('member')])).toBe('led_needs_leader');
    expect(whyNotEstablish('led', [unit('leader')])).toBeUndefined();
  });

  it('asks a host platform of a hosted one', () => {
    expect(whyNotEstablish('hosted', [])).toBe('hosted_needs_platform');
    expect(whyNotEstablish('hosted', [unit('host')])).toBeUndefined();
  });

  it('asks nothing more of one established alone or across a trade', () => {
    expect(whyNotEstablish('alone', [])).toBeUndefined();
    expect(whyNotEstablish('trade_wide', [])).toBeUndefined();
  });

  it('lets federations and committees elect, and places to meet not', () => {
    expect(whyNotElect('federation')).toBeUndefined();
    expect(whyNotElect('committee')).toBeUndefined();
    expect(whyNotElect('micro_home')).toBe('kind_cannot_elect');
    expect(whyNotElect('work_station')).toBe('kind_cannot_elect');
  });
});
