import type { Lang } from '../pages/model.js';
import { THEMES } from '../portal/routes.js';
import { STYLE_NAME } from '../portal/style.js';
import type { Visit } from '../portal/view-models.js';
import type { Services } from './endpoint.js';

/** What pages of the portal need to know of a request. */
export function visitOf(
  { site }: Pick<Services, 'site'>,
  cookies: Readonly<Record<string, string | undefined>>,
  lang: Lang,
  url: string,
): Visit {
  const theme = THEMES.find((each) => each === cookies.theme) ?? 'auto';
  return {
    site: { ...site, style: `/assets/${STYLE_NAME}`, api: '/api', workbench: '/office' },
    ...{ lang, theme, here: url },
  };
}
