import { describe, expect, it } from 'vitest';
import { quantities } from './narrative-reasons.js';

const yuan = (text: string) => quantities(text)?.map(({ value }) => Number(value / 10n ** 8n));

describe('the amounts of a list of reasons', () => {
  it('are read with their signs when every reason gives one', () => {
    expect(yuan('1、甲增加了3万元；2、乙减少20000元；3、丙增加5000元')).toEqual([
      30000, -20000, 5000,
    ]);
  });

  it('are none when a reason gives no amount, or two', () => {
    expect(quantities('1、甲增加3万元；2、乙有所减少；3、丙增加5000元')).toBeNull();
    expect(quantities('1、甲增加3万元、减少1万元；2、乙减少2万元；3、丙增加1万元')).toBeNull();
  });

  it('are none in a sentence on main reasons', () => {
    expect(quantities('项目支出增加3万元、人员经费减少2万元')).toBeNull();
  });
});
