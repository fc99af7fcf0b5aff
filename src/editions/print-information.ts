import type { TableLayout } from './print-model.js';

/** 部门决算公开相关信息统计表: three parts with their own headings. */
export const INFORMATION_LAYOUT: TableLayout = {
  kind: 'sections',
  orientation: 'portrait',
  shows: '政府采购、机关运行经费和国有资产占用情况',
  what: '政府采购、机关运行经费和国有资产占用',
  sections: [
    {
      title: '一、政府采购情况',
      headings: ['项目', '行次', '采购金额'],
      counts: false,
      lines: [
        ['procurement-total', '合计', '1'],
        ['procurement-goods', '货物', '2'],
        ['procurement-works', '工程', '3'],
        ['procurement-services', '服务', '4'],
      ],
    },
    {
      title: '二、机关运行经费',
      headings: ['项目', '行次', '统计数'],
      counts: false,
      lines: [
        ['operating-administrative', '（一）行政单位', '5'],
        ['operating-civil-service-managed', '（二）参照公务员法管理事业单位', '6'],
      ],
    },
    {
      title: '三、国有资产占用情况',
      headings: ['项目', '行次', '统计数'],
      counts: true,
      lines: [
        ['vehicles-total', '（一）车辆数合计（辆）', '7'],
        ['vehicles-provincial-leaders', '1.副部（省）级及以上领导用车', '8'],
        ['vehicles-principal-leaders', '2.主要领导干部用车', '9'],
        ['vehicles-confidential', '3.机要通信用车', '10'],
        ['vehicles-emergency', '4.应急保障用车', '11'],
        ['vehicles-law-enforcement', '5.执法执勤用车', '12'],
        ['vehicles-special-technical', '6.特种专业技术用车', '13'],
        ['vehicles-retired-cadres', '7.离退休干部用车', '14'],
        ['vehicles-other', '8.其他用车', '15'],
        ['equipment', '（二）单价100万元（含）以上设备（不含车辆）', '17'],
      ],
    },
  ],
};
